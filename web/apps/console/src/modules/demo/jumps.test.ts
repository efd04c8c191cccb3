import { describe, expect, it } from 'vitest';
import { nearJumps, shifted, sittingJumps, typedMoment } from './jumps';

const sitting = {
  code: '2026-12',
  name: '2026 年 12 月考期',
  examAt: '2026-12-26T09:00:00+08:00',
  milestones: [
    { key: 'MOCK_EXAM', date: '2026-12-23' },
    { key: 'RESULTS', date: '2027-01-15' },
    { key: 'PUBLIC_LOOKUP', date: '2027-03-05' },
  ],
};

describe('jumps of the demo clock', () => {
  it('stand in civil time, whatever the offset of the present', () => {
    expect(shifted('2026-12-26T01:00:00Z', -5)).toBe('2026-12-26T08:55:00+08:00');
    expect(nearJumps('2026-12-10T17:00:00Z')[1]?.to).toBe('2026-12-12T09:00:00+08:00');
  });

  it('skip the weekend', () => {
    const friday = nearJumps('2026-12-11T09:00:00+08:00');
    expect(friday.find((j) => j.key === 'weekday')?.to).toBe('2026-12-14T09:00:00+08:00');
  });

  it('only lead forward, in order', () => {
    const all = sittingJumps(sitting, '2026-12-10T09:00:00+08:00').map((j) => j.label);
    expect(all).toEqual([
      '模考开始',
      '考前一天',
      '开考前 5 分钟',
      '开考',
      '开考 31 分钟后',
      '考试结束后',
      '成绩公布日',
      '开放查询日',
    ]);
    const later = sittingJumps(sitting, '2026-12-26T09:00:00+08:00').map((j) => j.label);
    expect(later).toEqual(['开考 31 分钟后', '考试结束后', '成绩公布日', '开放查询日']);
  });

  it('read what was typed', () => {
    expect(typedMoment('2026-12-26T08:55')).toBe('2026-12-26T08:55:00+08:00');
    expect(typedMoment('')).toBeUndefined();
  });
});
