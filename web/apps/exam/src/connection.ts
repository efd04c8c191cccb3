const LOST_AFTER_MS = 10_000;
const SLOW_AFTER_MS = 3_000;

/** Whether the server is there, from what was asked and answered; the browser's own word is not trusted. */
export class Connection {
  private contactAt: number;
  private askedAt: number | undefined;
  private failedSinceContact = false;

  constructor(private readonly ticks: () => number) {
    this.contactAt = ticks();
  }

  asked(): void {
    this.askedAt ??= this.ticks();
  }

  answered(): void {
    this.contactAt = this.ticks();
    this.askedAt = undefined;
    this.failedSinceContact = false;
  }

  failed(): void {
    this.failedSinceContact = true;
  }

  /** Since when nothing was heard; 0 while the server answers. */
  lostFor(): number {
    const now = this.ticks();
    const silent = now - this.contactAt;
    const waiting = this.askedAt !== undefined && now - this.askedAt >= SLOW_AFTER_MS;
    return silent >= LOST_AFTER_MS && (this.failedSinceContact || waiting) ? silent : 0;
  }
}
