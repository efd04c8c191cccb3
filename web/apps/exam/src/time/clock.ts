/**
 * The server's time at this screen: the last word of the server plus what the monotonic clock has counted since. The
 * PC's own clock and time zone play no part.
 */
export class ExamClock {
  private offset = 0;
  private known = false;

  constructor(private readonly monotonic: () => number = () => performance.now()) {}

  get isSet(): boolean {
    return this.known;
  }

  /**
   * Takes the server's word over.
   *
   * @param serverNow as the answer says
   * @param sentAt monotonic moment at which the request left
   */
  sync(serverNow: string, sentAt: number): void {
    const receivedAt = this.monotonic();
    // The server spoke somewhere between the two; half-way errs by at most half the round trip.
    this.offset = Date.parse(serverNow) - (sentAt + receivedAt) / 2;
    this.known = true;
  }

  ticks(): number {
    return this.monotonic();
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.monotonic() + this.offset;
  }

  /** Milliseconds until that moment, never negative. */
  until(moment: string): number {
    return Math.max(0, Date.parse(moment) - this.now());
  }
}

/** `01:55:38`; a started second counts whole, so that 0 is shown only when the time is over. */
export function countdown(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** `mm:ss`, whole seconds that have passed */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}

export const WARNINGS = [30, 15, 5, 1] as const;

/**
 * The warning that falls due between two looks at the clock: the shortest one, when several were slept through.
 *
 * @param before remaining milliseconds at the last look; undefined at the first, which warns of nothing
 */
export function warningBetween(before: number | undefined, now: number): number | undefined {
  if (before === undefined || now <= 0) return undefined;
  return [...WARNINGS]
    .reverse()
    .find((minutes) => before > minutes * 60_000 && now <= minutes * 60_000);
}
