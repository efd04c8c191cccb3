import type { PaperView } from './types';
import { hex, unhex } from './log/chain';

/** What the server gives at the bell. */
export interface KeyView {
  /** Base 64. */
  key: string;
  /** Sixteen hexadecimal digits; decides the candidate's own order. */
  seed: string;
}

const NONCE_BYTES = 12;
const encoder = new TextEncoder();

/** Decrypts the paper that was fetched before the bell. Rejects when the key is not the paper's, or a bit is wrong. */
export async function open(sealed: ArrayBuffer, key: string): Promise<PaperView> {
  const raw = Uint8Array.from(atob(key), (c) => c.charCodeAt(0));
  const aes = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.slice(0, NONCE_BYTES) },
    aes,
    sealed.slice(NONCE_BYTES),
  );
  return JSON.parse(new TextDecoder().decode(plain)) as PaperView;
}

/**
 * Puts items and options into the candidate's own order: by SHA-256(seed + name). The same for the same seed, today and
 * in ten years.
 */
export async function arrange(paper: PaperView, seed: string): Promise<PaperView> {
  const sections = await Promise.all(
    paper.sections.map(async (section) => {
      const items = await arranged(seed, section.items, (item) => item.id);
      return { ...section, items: await Promise.all(items.map(withOptions)) };
    }),
  );
  return { ...paper, sections };

  async function withOptions(item: PaperView['sections'][number]['items'][number]) {
    return { ...item, options: await arranged(seed, item.options, (o) => `${item.id}/${o.id}`) };
  }
}

export async function arranged<T>(
  seed: string,
  things: readonly T[],
  name: (thing: T) => string,
): Promise<T[]> {
  const start = unhex(seed);
  const keyed = await Promise.all(
    things.map(async (thing) => ({ thing, key: await sha256(start, encoder.encode(name(thing))) })),
  );
  // Lower-case hexadecimal sorts as the bytes do.
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ thing }) => thing);
}

async function sha256(start: Uint8Array, name: Uint8Array): Promise<string> {
  const bytes = new Uint8Array(start.length + name.length);
  bytes.set(start);
  bytes.set(name, start.length);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
