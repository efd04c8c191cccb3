import { describe, expect, it } from 'vitest';
import { changedElsewhere, rebased } from './row-draft';

function texts(cells: Record<string, string>, version = 1) {
  return {
    id: 'row',
    version,
    cells: Object.entries(cells).map(([column, text]) => ({
      column,
      label: column,
      text,
      required: true,
      alsoIn: 0,
    })),
  };
}

describe('two people editing the same row', () => {
  const before = texts({ LEVEL: '中级班', PHONE: '123', NAME: '张明' });
  const now = texts({ LEVEL: '中级', PHONE: '13800000000', NAME: '张明' }, 2);

  it('tells what the other one changed', () => {
    expect(changedElsewhere(before, now)).toEqual([
      { column: 'LEVEL', label: 'LEVEL', before: '中级班', now: '中级' },
      { column: 'PHONE', label: 'PHONE', before: '123', now: '13800000000' },
    ]);
  });

  it('keeps what was typed here and takes over the rest', () => {
    const typed = { LEVEL: '中级班', PHONE: '13911112222', NAME: '张明' };
    expect(rebased(typed, before, now)).toEqual({
      LEVEL: '中级',
      PHONE: '13911112222',
      NAME: '张明',
    });
  });

  it('keeps a cell that was emptied here', () => {
    const typed = { LEVEL: '', PHONE: '123', NAME: '张明' };
    expect(rebased(typed, before, now).LEVEL).toBe('');
  });
});
