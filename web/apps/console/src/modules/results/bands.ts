/** Ten bands of ten points; 100 belongs to the last. */
export interface Band {
  from: number;
  /** Last whole point of the band, as people say it: 60–69, 90–100. */
  to: number;
  count: number;
}

const WIDTH = 10;
const COUNT = 10;

export function bandsOf(totals: readonly number[]): Band[] {
  const bands = Array.from({ length: COUNT }, (_, i) => ({
    from: i * WIDTH,
    to: i === COUNT - 1 ? 100 : i * WIDTH + WIDTH - 1,
    count: 0,
  }));
  for (const total of totals) {
    const at = Math.min(COUNT - 1, Math.max(0, Math.floor(total / WIDTH)));
    const band = bands[at];
    if (band) band.count += 1;
  }
  return bands;
}

/** `76.9 %` of those with a result; undefined when there is none. */
export function passShare(passed: number, all: number): string | undefined {
  return all > 0 ? `${((passed / all) * 100).toFixed(1)} %` : undefined;
}

/** Middle value: half of the results lie below it. */
export function median(totals: readonly number[]): number | undefined {
  if (totals.length === 0) return undefined;
  const sorted = [...totals].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/** The sitting one means when none is named: the last one held, otherwise the next to come. */
export function usualSitting<T extends { examAt: string }>(
  sittings: readonly T[],
  now: string,
): T | undefined {
  const byDate = [...sittings].sort((a, b) => Date.parse(a.examAt) - Date.parse(b.examAt));
  const held = byDate.filter((s) => Date.parse(s.examAt) <= Date.parse(now));
  return held[held.length - 1] ?? byDate[0];
}
