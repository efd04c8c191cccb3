import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatClock,
  formatDateTime,
  formatDuration,
  formatLong,
  formatMoney,
  formatNumber,
  formatShort,
  maskId,
} from './format';

describe('dates', () => {
  it('shows civil time of the programme whatever offset it was sent in', () => {
    expect(formatDateTime('2026-12-26T09:00:00+08:00')).toBe('2026-12-26 周六 09:00');
    expect(formatDateTime('2026-12-26T01:00:00Z')).toBe('2026-12-26 周六 09:00');
    expect(formatDateTime('2026-12-26T09:00')).toBe('2026-12-26 周六 09:00');
    expect(formatClock('2026-12-31T16:00:05Z')).toBe('00:00:05');
  });

  it('has short and long forms', () => {
    expect(formatShort('2026-12-19', '23:59:00')).toBe('12-19 周六 23:59');
    expect(formatShort('2026-12-19')).toBe('12-19 周六');
    expect(formatLong('2026-12-26T09:00:00+08:00')).toBe('12 月 26 日 周六 09:00');
    expect(formatLong('2026-12-26T09:00:00+08:00', 'en')).toBe('Sat 26 Dec 09:00');
  });

  it('counts calendar days across a year and a leap day', () => {
    expect(daysBetween('2026-12-10', '2026-12-19')).toBe(9);
    expect(daysBetween('2026-12-10T23:59:00+08:00', '2026-12-11T00:01:00+08:00')).toBe(1);
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2027-01-02', '2026-12-31')).toBe(-2);
  });
});

describe('figures', () => {
  it('groups thousands with a thin space and keeps the sign readable', () => {
    expect(formatNumber(1234.5, 2)).toBe('1\u2009234.50');
    expect(formatNumber(999)).toBe('999');
    expect(formatNumber(-1234567)).toBe('−1\u2009234\u2009567');
  });

  it('writes money from fen', () => {
    expect(formatMoney(10000)).toBe('¥100.00');
    expect(formatMoney(123456789)).toBe('¥1\u2009234\u2009567.89');
    expect(formatMoney(-5)).toBe('−¥0.05');
  });

  it('writes durations', () => {
    expect(formatDuration(1100)).toBe('18:20');
    expect(formatDuration(3725)).toBe('1:02:05');
    expect(formatDuration(-3)).toBe('0:00');
  });
});

describe('maskId', () => {
  it('leaves four characters on each side', () => {
    expect(maskId('11010119900307123X')).toBe('1101**********123X');
    expect(maskId('1101**********123X')).toBe('1101**********123X');
  });
});
