import { describe, expect, it } from 'vitest';
import { bandsOf, median, passShare, usualSitting } from './bands';

describe('distribution', () => {
  it('counts in tens, with the edges where people expect them', () => {
    const counts = bandsOf([0, 9.5, 10, 59.5, 60, 69, 89.5, 90, 100]).map((b) => b.count);
    expect(counts).toEqual([2, 1, 0, 0, 0, 1, 2, 0, 1, 2]);
    expect(bandsOf([])[9]).toEqual({ from: 90, to: 100, count: 0 });
  });

  it('never loses a result', () => {
    const totals = Array.from({ length: 201 }, (_, i) => i / 2);
    expect(bandsOf(totals).reduce((sum, b) => sum + b.count, 0)).toBe(totals.length);
  });

  it('knows the median and the share of passes', () => {
    expect(median([70, 50, 60])).toBe(60);
    expect(median([70, 50, 60, 65])).toBe(62.5);
    expect(median([])).toBeUndefined();
    expect(passShare(10, 13)).toBe('76.9 %');
    expect(passShare(0, 0)).toBeUndefined();
  });
});

describe('the sitting one means', () => {
  const sittings = [
    { code: 'b', examAt: '2026-12-26T09:00:00+08:00' },
    { code: 'a', examAt: '2026-10-24T09:00:00+08:00' },
    { code: 'c', examAt: '2027-02-27T09:00:00+08:00' },
  ];

  it('is the last one held, or the first to come', () => {
    expect(usualSitting(sittings, '2027-01-05T10:00:00+08:00')?.code).toBe('b');
    expect(usualSitting(sittings, '2026-01-05T10:00:00+08:00')?.code).toBe('a');
    expect(usualSitting([], '2026-01-05T10:00:00+08:00')).toBeUndefined();
  });
});
