import { describe, expect, it } from 'vitest';
import { aheadWords, timelineWords } from './timeline';

const entry = (verb: string, details: Record<string, unknown>, reason = '') =>
  timelineWords({ verb, reason, details } as unknown as Parameters<typeof timelineWords>[0]);

describe('the timeline', () => {
  it('says what happened in words', () => {
    expect(entry('SILENT', { seconds: 372 })).toBe('失联 6:12');
    expect(entry('SAVED', { first: 3, last: 14 })).toBe('保存作答 第 3–14 条');
    expect(entry('GIVEN_BACK', { minutes: 7 }, '断网')).toBe('核定补时 7 分钟：断网');
    expect(entry('TERMINATED', {}, '使用手机')).toBe('终止考试：使用手机');
  });

  it('tells how far the clock of the machine is off', () => {
    const at = '2026-12-26T02:00:00Z';
    expect(aheadWords({ at, clientAt: '2026-12-26T02:00:01Z' })).toBe('一致');
    expect(aheadWords({ at, clientAt: '2026-12-26T01:52:29Z' })).toBe('慢 7:31');
    expect(aheadWords({ at, clientAt: '2026-12-26T02:05:00Z' })).toBe('快 5:00');
    expect(aheadWords({ at })).toBe('');
  });

  it('shows the gap that an emergency file fills, by the candidate’s clock, and what became of it', () => {
    const details = {
      entries: 5,
      taken: 0,
      conflicts: 2,
      firstSeq: 11,
      lastSeq: 15,
      firstGiven: '2026-12-26T02:02:05Z',
      lastGiven: '2026-12-26T02:09:10Z',
    };
    expect(entry('EMERGENCY_FILE', details)).toBe(
      '应急答卷：第 11–15 条（考生机 10:02:05–10:09:10）没有经网络送达，5 条待裁定，2 题与另一台机器的作答不同',
    );
    expect(entry('EMERGENCY_FILE', { ...details, taken: 5, conflicts: 0 })).toMatch(/已收入 5 条$/);
  });

  it('gives acts of people with their reason', () => {
    expect(entry('LOCK_EXEMPTED', {}, '考点机装不上')).toBe('免锁定：考点机装不上');
    expect(entry('LOCK_RELEASED', { session: 1 }, '误按')).toBe('放行：误按');
    expect(entry('EXTENDED', { minutes: 5 }, '断网')).toBe('补时 5 分钟：断网');
    expect(entry('EVIDENCE_COUNTED', { times: 10 })).toBe('此外只计数、未逐条保存 10 次');
  });
});
