import { describe, expect, it } from 'vitest';
import { UNFILTERED, isFiltered, readTrail, span, writeTrail } from './trail';
import { ACT_GROUPS, actCode, actWord, actorWord, factsOf, summary } from './words';

describe('the address of the trail', () => {
  it('goes there and back', () => {
    const trail = { action: 'identity.', actor: '赵岑', subject: undefined, page: 2 };
    expect(writeTrail(trail)).toEqual({ action: 'identity.', actor: '赵岑', page: '3' });
    expect(readTrail(writeTrail(trail))).toEqual(trail);
  });

  it('takes nonsense for the first page', () => {
    expect(readTrail({ page: 'x', action: ['a'], actor: '  ' })).toEqual({ page: 0 });
  });

  it('keeps the days, and only days that exist', () => {
    const days = { from: '2026-12-01', to: '2026-12-10' };
    expect(writeTrail({ ...days, page: 0 })).toEqual(days);
    expect(readTrail(days)).toEqual({ ...days, page: 0 });
    expect(readTrail({ from: '2026-02-30', to: 'heute' })).toEqual({ page: 0 });
  });

  it('knows a filter when it sees one', () => {
    expect(isFiltered({ to: '2026-12-10', page: 0 })).toBe(true);
    expect(isFiltered({ page: 3, ...UNFILTERED })).toBe(false);
  });

  it('says where one is', () => {
    expect(span(1, 7, 57)).toBe('第 51–57 条，共 57 条');
    expect(span(0, 0, 0)).toBe('共 0 条');
  });
});

describe('words', () => {
  it('name an act, and leave an unknown one as it is', () => {
    expect(actWord('results.released')).toBe('发布成绩');
    expect(actWord('new.act')).toBe('new.act');
    expect(actCode('results.released')).toBe('results.released · Results released');
    expect(actCode('new.act')).toBe('new.act');
    expect(actorWord('system', 'demo-data')).toBe('系统（演示数据）');
    expect(actorWord('account', '赵岑')).toBe('赵岑');
  });

  it('offer every area as a beginning of its acts', () => {
    for (const group of ACT_GROUPS) {
      for (const act of group.acts) expect(act.code.startsWith(group.prefix)).toBe(true);
    }
  });

  it('write details out as text', () => {
    expect(factsOf({ count: 3, roles: ['AUDITOR', 'B'], deep: { x: 1 }, reason: '<b>' })).toEqual([
      { key: 'count', text: '3' },
      { key: 'roles', text: '审计员、B' },
      { key: 'deep', text: '{"x":1}' },
      { key: 'reason', text: '<b>' },
    ]);
    expect(factsOf({ asked: true })).toEqual([{ key: 'asked', text: '是' }]);
    expect(factsOf({ reason: '', note: null })).toEqual([]);
    expect(factsOf(null)).toEqual([]);
    expect(summary({ count: 48, reason: '离职' })).toBe('数量 48，原因 离职');
    expect(summary({ reason: '长'.repeat(90) })).toHaveLength(41);
  });
});
