/** How long somebody has been marking without a rest; a pause of ten minutes counts as one. */
export const REST_AFTER_MINUTES = 50;
const PAUSE_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

export interface Pace {
  since: number;
  last: number;
  marked: number;
}

export const startPace = (at: number): Pace => ({ since: at, last: at, marked: 0 });

/** Notes a submitted answer. */
export function markedAt(pace: Pace, at: number): Pace {
  if (at - pace.last > PAUSE_MS) return { since: at, last: at, marked: 1 };
  return { since: pace.since, last: at, marked: pace.marked + 1 };
}

export function minutesAtWork(pace: Pace, now: number): number {
  return now - pace.last > PAUSE_MS ? 0 : Math.floor((now - pace.since) / MINUTE_MS);
}

/** Mean time per answer in seconds; undefined before the third, when it would say nothing. */
export function secondsEach(pace: Pace): number | undefined {
  return pace.marked < 3 ? undefined : Math.round((pace.last - pace.since) / 1000 / pace.marked);
}
