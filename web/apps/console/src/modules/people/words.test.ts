import { describe, expect, it } from 'vitest';
import { numberFault, originWord } from './words';

describe('a document number to search for', () => {
  it('is whole, the last four, or nothing', () => {
    for (const good of [
      '',
      '330102199001011234',
      '33010219900101123x',
      '330102900101123',
      '123X',
    ]) {
      expect(numberFault(good)).toBeUndefined();
    }
    for (const bad of ['12', '33010219', '3301021990010112345', 'abcd']) {
      expect(numberFault(bad)).toContain('后四位');
    }
  });
});

describe('the origin of a change', () => {
  const change = { id: '1', field: 'NAME', before: '', photo: false, at: '' };
  it('is the application it came with, or what was typed', () => {
    expect(originWord({ ...change, application: 'x', reason: 'y' })).toBe('报名资料审核通过');
    expect(originWord({ ...change, reason: '户口簿更名' })).toBe('户口簿更名');
  });
});
