import { describe, expect, it } from 'vitest';
import { following, type LogEntry, nextHash, startHash, wellFormed } from './chain';

const ATTEMPT = '00000000-0000-7000-8000-000000000001';
const ITEM = '00000000-0000-7000-8000-00000000000a';

async function sealed(open: Omit<LogEntry, 'hash'>[]): Promise<LogEntry[]> {
  let hash = await startHash(ATTEMPT);
  const entries: LogEntry[] = [];
  for (const entry of open) {
    hash = await nextHash(hash, entry);
    entries.push({ ...entry, hash });
  }
  return entries;
}

const OPEN = [
  { seq: 1, itemId: ITEM, givenAt: 1798246800000, answer: { choices: ['B', 'D'], text: '' } },
  { seq: 2, itemId: ITEM, givenAt: 1798246801234, flagged: true },
  { seq: 3, itemId: ITEM, givenAt: 1798246802000, answer: { choices: [], text: '边界\n𠮷 tCO₂' } },
];

describe('the hash chain', () => {
  it('has the vector that the server has in ChainTest', async () => {
    const entries = await sealed(OPEN);
    expect(entries.map((entry) => entry.hash)).toEqual(VECTOR);
  });

  it('finds the entries that follow on the head of the server', async () => {
    const entries = await sealed(OPEN);
    const head = { seq: 1, hash: entries[0]!.hash };
    const found = await following(head, [entries[2]!, entries[0]!, entries[1]!]);
    expect(found.chain.map((entry) => entry.seq)).toEqual([2, 3]);
    expect(found.leftOver).toEqual([]);
  });

  it('leaves over what belongs to another branch, and what comes after it', async () => {
    const entries = await sealed(OPEN);
    const changed = { ...entries[1]!, flagged: false };
    const found = await following({ seq: 1, hash: entries[0]!.hash }, [changed, entries[2]!]);
    expect(found.chain).toEqual([]);
    expect(found.leftOver.map((entry) => entry.seq)).toEqual([2, 3]);
  });

  it('replaces halves of characters, which no server can store', () => {
    expect(wellFormed('a\uD842b𠮷\0')).toBe('a\uFFFDb𠮷\uFFFD');
  });
});

const VECTOR = [
  '6c66e38269af4957e6fd0e5b5d6ab7854b5826982502c38957aa02a1e0222048',
  '966a5980550554c687138c251f65cf891e9dc5cfd378fae6053d8db4ac91204e',
  'c12e9749411fbcc157c76182c76493ca425764da2af3eb880bcfa02eb895bbce',
];
