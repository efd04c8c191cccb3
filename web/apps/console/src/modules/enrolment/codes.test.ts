import { describe, expect, it } from 'vitest';
import { isNamed } from './codes';

const entry = { name: '欧阳 明', maskedNumber: '1101**********002X' };

describe('the search among the activation codes', () => {
  it('finds by any part of a name, whatever the spaces', () => {
    for (const words of ['', '  ', '欧阳明', '阳', ' 欧阳　明 ']) {
      expect(isNamed(entry, words), words).toBe(true);
    }
    expect(isNamed(entry, '王')).toBe(false);
  });

  it('finds by the end of the number, but not by its masked middle', () => {
    expect(isNamed(entry, '002x')).toBe(true);
    expect(isNamed(entry, '０02X')).toBe(true);
    expect(isNamed(entry, '1101')).toBe(false);
    expect(isNamed(entry, '****')).toBe(false);
  });
});
