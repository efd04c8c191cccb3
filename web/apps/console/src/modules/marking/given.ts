/** Points given per marking point, in the order of the scheme. Pure: the page holds the state. */
export const STEP = 0.5;

export type Given = readonly number[];

export const nothing = (worth: readonly number[]): number[] => worth.map(() => 0);

function withPoint(given: Given, index: number, points: number): number[] {
  return given.map((old, i) => (i === index ? points : old));
}

/** Nothing given: the whole point; anything given: nothing. */
export function toggle(given: Given, worth: readonly number[], index: number): number[] {
  return withPoint(given, index, (given[index] ?? 0) > 0 ? 0 : (worth[index] ?? 0));
}

/** Moves by half points and stays between nothing and what the point is worth. */
export function step(given: Given, worth: readonly number[], index: number, by: number): number[] {
  const wanted = (given[index] ?? 0) + by;
  return withPoint(given, index, Math.min(worth[index] ?? 0, Math.max(0, wanted)));
}

/** For one key only: half a point more, and from the whole point back to nothing. */
export function cycle(given: Given, worth: readonly number[], index: number): number[] {
  const full = (given[index] ?? 0) >= (worth[index] ?? 0);
  return full ? withPoint(given, index, 0) : step(given, worth, index, STEP);
}

/** Halves add up exactly in binary, so no rounding is needed. */
export const total = (given: Given): number => given.reduce((sum, points) => sum + points, 0);

/** Nothing and everything are the two slips of the hand that cost most: they are asked about once more. */
export function extreme(given: Given, full: number): 'zero' | 'full' | undefined {
  const sum = total(given);
  if (sum <= 0) return 'zero';
  return sum >= full ? 'full' : undefined;
}

/** A draft belongs to its answer only if the scheme still has the same points. */
export function fits(given: unknown, worth: readonly number[]): given is number[] {
  return (
    Array.isArray(given) &&
    given.length === worth.length &&
    given.every((p, i) => typeof p === 'number' && p >= 0 && p <= (worth[i] ?? 0))
  );
}
