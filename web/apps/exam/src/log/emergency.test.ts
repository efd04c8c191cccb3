import { describe, expect, it } from 'vitest';
import { type LogEntry, nextHash, startHash } from './chain';
import { emergencyFile } from './emergency';

const ATTEMPT = '00000000-0000-7000-8000-0000000000aa';
const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function keys() {
  const pair = await crypto.subtle.generateKey(
    {
      name: 'RSA-OAEP',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['encrypt', 'decrypt'],
  );
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const publicKey = btoa(String.fromCharCode(...spki));
  return { pair, key: { sittingId: 's-1', publicKey } };
}

async function entry(): Promise<LogEntry> {
  const open = {
    seq: 1,
    itemId: '00000000-0000-7000-8000-00000000000a',
    answer: { choices: [], text: '核算边界' },
    givenAt: 1_798_000_000_000,
  };
  return { ...open, hash: await nextHash(await startHash(ATTEMPT), open) };
}

async function opened(
  file: Awaited<ReturnType<typeof emergencyFile>>,
  key: CryptoKey,
): Promise<unknown> {
  const own = await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, key, bytes(file.wrappedKey));
  const aes = await crypto.subtle.importKey('raw', own, 'AES-GCM', false, ['decrypt']);
  const clear = `${file.format}\n${file.sitting}\n${file.attempt}\n${file.savedAt}`;
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes(file.nonce), additionalData: new TextEncoder().encode(clear) },
    aes,
    bytes(file.content),
  );
  return JSON.parse(new TextDecoder().decode(plain));
}

describe('the emergency file', () => {
  it('is read by the holder of the private key alone, as it would have been sent', async () => {
    const { pair, key } = await keys();
    const made = await entry();
    const file = await emergencyFile(key, ATTEMPT, [made], 1_798_000_100_000);
    expect(JSON.stringify(file)).not.toContain('核算边界');
    expect(await opened(file, pair.privateKey)).toEqual({
      entries: [
        {
          clientSeq: 1,
          itemId: made.itemId,
          choices: [],
          text: '核算边界',
          clientTime: made.givenAt,
          hash: made.hash,
        },
      ],
    });
  });

  it('does not open when what stands in clear was changed', async () => {
    const { pair, key } = await keys();
    const file = await emergencyFile(key, ATTEMPT, [await entry()], 1_798_000_100_000);
    await expect(opened({ ...file, savedAt: 1 }, pair.privateKey)).rejects.toThrow();
  });
});
