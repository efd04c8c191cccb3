import type { LogEntry } from './chain';
import { sent } from './queue';

/** What a file is encrypted to; fetched while the server answers. */
export interface EmergencyKey {
  sittingId: string;
  /** RSA-OAEP with SHA-256, SubjectPublicKeyInfo, base 64. */
  publicKey: string;
}

/** As the server reads it (io.tanshi.delivery.emergency.EmergencyFile). No name, number or answer stands in clear. */
export interface EmergencyFile {
  format: 'tanshi-emergency-1';
  sitting: string;
  attempt: string;
  /** Milliseconds since 1970 in server time. */
  savedAt: number;
  wrappedKey: string;
  nonce: string;
  content: string;
}

const FORMAT = 'tanshi-emergency-1';

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function base64(buffer: ArrayBuffer | Uint8Array): string {
  const bytes = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Seals entries so that only the server can read them: a key made for this file, wrapped to the public key of the
 * sitting. What stands in clear is bound to the content.
 */
export async function emergencyFile(
  key: EmergencyKey,
  attempt: string,
  entries: readonly LogEntry[],
  savedAt: number,
): Promise<EmergencyFile> {
  const { subtle } = crypto;
  const to = await subtle.importKey(
    'spki',
    bytesOf(key.publicKey),
    { name: 'RSA-OAEP', hash: 'SHA-256' },
    false,
    ['encrypt'],
  );
  const own = crypto.getRandomValues(new Uint8Array(32));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const aes = await subtle.importKey('raw', own, 'AES-GCM', false, ['encrypt']);
  const clear = `${FORMAT}\n${key.sittingId}\n${attempt}\n${savedAt}`;
  const encoder = new TextEncoder();
  const content = await subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(clear) },
    aes,
    encoder.encode(JSON.stringify({ entries: entries.map(sent) })),
  );
  return {
    format: FORMAT,
    sitting: key.sittingId,
    attempt,
    savedAt,
    wrappedKey: base64(await subtle.encrypt({ name: 'RSA-OAEP' }, to, own)),
    nonce: base64(nonce),
    content: base64(content),
  };
}

/** Hands the file to the browser's downloads, from where it goes to a stick. */
export function download(file: EmergencyFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }));
  link.download = `应急答卷-${file.attempt.slice(-8)}-${file.savedAt}.tanshi`;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
