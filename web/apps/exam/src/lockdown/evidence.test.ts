import { describe, expect, it } from 'vitest';
import { createEvidence, type Noticed } from './evidence';

function desk(before: Record<string, string> = {}) {
  const kept = new Map(Object.entries(before));
  const sent: Noticed[][] = [];
  const said: string[] = [];
  const server = { takes: Infinity, reachable: true };
  let now = 1_000_000;
  const evidence = createEvidence({
    send: (noticed) => {
      if (!server.reachable) return Promise.reject(new Error('network'));
      sent.push([...noticed]);
      return Promise.resolve(Math.min(server.takes, noticed.at(-1)!.seq));
    },
    now: () => now,
    say: (words) => said.push(words),
    store: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
    },
    tag: 't',
  });
  return { evidence, sent, said, server, kept, pass: (ms: number) => (now += ms) };
}

describe('evidence', () => {
  it('keeps what was noticed until the server has it, and sends the same again', async () => {
    const { evidence, sent, server } = desk();
    evidence.notice('WINDOW_LEFT', 12);
    server.reachable = false;
    await evidence.flush();
    expect(evidence.waiting()).toBe(1);
    server.reachable = true;
    await evidence.flush();
    await evidence.flush();
    expect(evidence.waiting()).toBe(0);
    expect(sent).toEqual([[{ seq: 1, kind: 'WINDOW_LEFT', clientTime: 1_000_000, seconds: 12 }]]);
  });

  it('goes on counting after a reload, so that nothing is taken for a repetition', async () => {
    const first = desk();
    first.evidence.notice('PASTE');
    const { evidence, sent } = desk(Object.fromEntries(first.kept));
    evidence.notice('PASTE');
    await evidence.flush();
    expect(sent[0]?.map((one) => one.seq)).toEqual([1, 2]);
  });

  it('tells the candidate in words, and not over and over', () => {
    const { evidence, said, pass } = desk();
    evidence.notice('WINDOW_LEFT', 3);
    evidence.notice('WINDOW_LEFT', 4);
    evidence.notice('PASTE');
    pass(30_000);
    evidence.notice('WINDOW_LEFT', 5);
    expect(said).toEqual([
      '已记录：离开考试页面 3 秒。由监考人员判断，不影响作答。',
      '已记录：粘贴了页面以外的文字。由监考人员判断，不影响作答。',
      '已记录：离开考试页面 5 秒。由监考人员判断，不影响作答。',
    ]);
  });

  it('is bounded, keeping the latest', async () => {
    const { evidence, sent } = desk();
    for (let i = 0; i < 500; i += 1) evidence.notice('PASTE');
    expect(evidence.waiting()).toBe(200);
    await evidence.flush();
    expect(sent[0]).toHaveLength(50);
    expect(sent[0]?.[0]?.seq).toBe(301);
  });
});
