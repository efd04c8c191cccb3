import { describe, expect, it } from 'vitest';
import { matches } from './roster';

describe('looking for somebody in the roster', () => {
  const entry = { name: '欧阳若楠', maskedNumber: '3301**********123X' };

  it('goes by a part of the name or by the last characters of the number', () => {
    expect(matches(entry, '若楠')).toBe(true);
    expect(matches(entry, ' 123x ')).toBe(true);
    expect(matches(entry, '')).toBe(true);
  });

  it('does not go by the first characters, which many share', () => {
    expect(matches(entry, '3301')).toBe(false);
    expect(matches(entry, '张')).toBe(false);
  });
});
