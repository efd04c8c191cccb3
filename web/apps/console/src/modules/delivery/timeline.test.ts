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
});
