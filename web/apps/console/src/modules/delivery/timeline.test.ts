import { describe, expect, it } from 'vitest';
import { timelineWords } from './timeline';

const entry = (verb: string, details: Record<string, unknown> = {}, reason = '') =>
  timelineWords({ verb, reason, details } as unknown as Parameters<typeof timelineWords>[0]);

describe('the timeline', () => {
  it('gives evidence with the time of the candidate’s machine beside the server’s', () => {
    expect(entry('WINDOW_LEFT', { clientTime: '2026-12-26T01:10:05Z', seconds: 12 })).toBe(
      '离开考试页面 12 秒（考生机 09:10:05）',
    );
    expect(entry('PASTE', { clientTime: '2026-12-26T01:10:05Z' })).toBe(
      '粘贴页面以外的文字（考生机 09:10:05）',
    );
  });

  it('gives acts of people with their reason', () => {
    expect(entry('LOCK_EXEMPTED', {}, '考点机装不上')).toBe('免锁定：考点机装不上');
    expect(entry('LOCK_RELEASED', { session: 1 }, '误按')).toBe('放行：误按');
    expect(entry('EXTENDED', { minutes: 5 }, '断网')).toBe('补时 5 分钟：断网');
    expect(entry('EVIDENCE_COUNTED', { times: 10 })).toBe('此外只计数、未逐条保存 10 次');
  });
});
