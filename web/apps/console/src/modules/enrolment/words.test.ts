import { describe, expect, it } from 'vitest';
import { reachableSteps, stepOf, type Batch } from './words';

function batch(counts: Partial<Batch['counts']>, rows = 3): Batch {
  return {
    strip: Array.from({ length: rows }, (_, i) => ({ id: `${i}`, row: i + 4, mark: 'READY' })),
    counts: { fresh: 0, updates: 0, skipped: 0, blocked: 0, noticed: 0, submitted: 0, ...counts },
    upload: { state: 'CHECKED' },
  } as unknown as Batch;
}

describe('the step that is to be done next', () => {
  it('is the upload while there is no row', () => {
    expect(stepOf(batch({}, 0))).toBe('upload');
  });

  it('is the repair while a row is blocked', () => {
    expect(stepOf(batch({ blocked: 1, fresh: 2 }))).toBe('repair');
  });

  it('is the dry run when nothing is blocked', () => {
    expect(stepOf(batch({ fresh: 3 }))).toBe('try');
  });

  it('is the result when everything that could be submitted is', () => {
    expect(stepOf(batch({ submitted: 2, blocked: 1 }))).toBe('done');
    expect(stepOf(batch({ skipped: 3 }))).toBe('done');
  });
});

describe('the steps that can be gone to', () => {
  it('leave out the dry run while nothing is ready', () => {
    expect(reachableSteps(batch({ blocked: 3 }))).toEqual(['upload', 'match', 'repair']);
  });

  it('are none while a check runs', () => {
    const running = { ...batch({}), upload: { state: 'CHECKING' } } as unknown as Batch;
    expect(reachableSteps(running)).toEqual([]);
  });
});
