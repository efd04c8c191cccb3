const WINDOW_MS = 6000;

/** How fast bytes go, over the last seconds. */
export class Pace {
  private readonly marks: { at: number; bytes: number }[] = [];

  /** So many bytes have gone at this moment. */
  add(bytes: number, at: number) {
    const last = this.marks.at(-1);
    if (last && bytes < last.bytes) this.clear();
    this.marks.push({ at, bytes });
    while (this.marks.length > 2 && at - (this.marks[0]?.at ?? at) > WINDOW_MS) this.marks.shift();
  }

  clear() {
    this.marks.length = 0;
  }

  /** Bytes per second; null as long as it is not known. */
  get speed(): number | null {
    const first = this.marks[0];
    const last = this.marks.at(-1);
    if (!first || !last || last.at - first.at < 500 || last.bytes === first.bytes) return null;
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
  }
}

/** `约剩 26 秒`, `约剩 3 分钟` */
export function remainingWords(left: number, speed: number | null): string {
  if (speed === null || left <= 0) return '';
  const seconds = left / speed;
  if (seconds < 90) return `约剩 ${Math.max(1, Math.round(seconds))} 秒`;
  if (seconds < 5400) return `约剩 ${Math.round(seconds / 60)} 分钟`;
  return `约剩 ${(seconds / 3600).toFixed(1)} 小时`;
}
