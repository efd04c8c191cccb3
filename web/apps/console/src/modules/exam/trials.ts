import type { Schemas } from '@tanshi/api-client';

export type SeatTrial = Schemas['SeatTrialView'];
export type TrialState = 'FAILED' | 'NONE' | 'OVERRIDDEN' | 'PASSED';

/** In the order in which they are called down. */
export const TRIAL_WORDS: Record<TrialState, string> = {
  FAILED: '未通过',
  NONE: '没有试过',
  OVERRIDDEN: '已放行',
  PASSED: '通过',
};

export function stateOf({ latest }: SeatTrial): TrialState {
  if (!latest) return 'NONE';
  if (latest.passed) return 'PASSED';
  return latest.overrideReason ? 'OVERRIDDEN' : 'FAILED';
}

/** What is wrong, and what may trouble, with what was found. */
export function findings({ latest }: SeatTrial): string {
  const bad = latest?.outcomes.filter((outcome) => outcome.state !== 'GOOD') ?? [];
  return bad
    .map(({ label, state, found }) => `${label}${state === 'BAD' ? '不通过' : ''}：${found}`)
    .join('；');
}

const ORDER = Object.keys(TRIAL_WORDS) as TrialState[];

export function byUrgency(seats: readonly SeatTrial[]): SeatTrial[] {
  return [...seats].sort(
    (a, b) =>
      ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)) ||
      `${a.site}${a.room}`.localeCompare(`${b.site}${b.room}`, 'zh-CN') ||
      a.seat - b.seat,
  );
}
