import { describe, expect, it } from 'vitest';
import { arrange, arranged, open } from './sealed';
import type { PaperView } from './types';

const PAPER: PaperView = {
  longestText: 2000,
  sections: [
    {
      kind: 'SINGLE_CHOICE',
      title: '单选题',
      pointsEach: '1',
      items: ['one', 'two', 'three'].map((id) => ({
        id,
        stem: `题干 ${id}`,
        options: ['A', 'B', 'C', 'D'].map((option) => ({ id: option, text: option })),
      })),
    },
  ],
};

async function seal(paper: PaperView) {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const plain = new TextEncoder().encode(JSON.stringify(paper));
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  const sealed = new Uint8Array(12 + cipher.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(cipher), 12);
  return { sealed: sealed.buffer, key: btoa(String.fromCharCode(...raw)) };
}

describe('the sealed paper', () => {
  it('opens with its key and no other', async () => {
    const { sealed, key } = await seal(PAPER);
    expect(await open(sealed, key)).toEqual(PAPER);
    const other = await seal(PAPER);
    await expect(open(sealed, other.key)).rejects.toThrow();
    new Uint8Array(sealed)[20]! ^= 1;
    await expect(open(sealed, key)).rejects.toThrow();
  });

  it('is arranged by the rule the server tests, too', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    expect(await arranged('8000000000000007', names, (name) => name)).toEqual([
      'A',
      'C',
      'E',
      'B',
      'F',
      'D',
    ]);
  });

  it('keeps every item and option in every order', async () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const own = await arrange(PAPER, seed.toString(16).padStart(16, '0'));
      const items = own.sections[0]!.items;
      expect(items.map((item) => item.id).sort()).toEqual(['one', 'three', 'two']);
      for (const item of items) {
        expect(item.options.map((o) => o.id).sort()).toEqual(['A', 'B', 'C', 'D']);
      }
      orders.add(JSON.stringify(items.map((item) => [item.id, item.options.map((o) => o.id)])));
    }
    expect(orders.size).toBeGreaterThan(15);
  });
});
