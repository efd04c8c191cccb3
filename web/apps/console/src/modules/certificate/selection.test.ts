import { describe, expect, it } from 'vitest';
import type { Schemas } from '@tanshi/api-client';
import { portions, split } from './selection';

type Row = Schemas['CertificateRow'];

function row(id: string, status: Row['status'], proposal?: { mine: boolean }): Row {
  return {
    id,
    status,
    statusLabel: '',
    name: '陆知秋',
    maskedIdNumber: '3205**********0826',
    level: '中级',
    proposal: proposal && {
      act: 'ISSUE',
      actLabel: '签发',
      by: '赵岑',
      at: '2026-12-10T10:00:00+08:00',
      reason: '',
      mine: proposal.mine,
    },
  };
}

describe('the chosen certificates', () => {
  it('are told apart by what this person may do', () => {
    const rows = [
      row('new', 'CHECKED'),
      row('theirs', 'CHECKED', { mine: false }),
      row('mine', 'CHECKED', { mine: true }),
      row('early', 'PREPARING'),
      row('left-out', 'CHECKED'),
    ];
    expect(split(rows, ['new', 'theirs', 'mine', 'early'])).toEqual({
      toPropose: ['new'],
      toIssue: ['theirs'],
      waiting: 1,
      unchecked: ['陆知秋'],
    });
  });

  it('name those whose own check is waited for', () => {
    const rows = [row('early', 'PREPARING'), { ...row('late', 'PREPARING'), name: '叶青' }];
    expect(split(rows, ['late']).unchecked).toEqual(['叶青']);
  });

  it('do not include one that cannot be printed', () => {
    const rows = [{ ...row('a', 'CHECKED'), obstacle: '没有证件照' }];
    expect(split(rows, ['a']).toPropose).toEqual([]);
  });

  it('are sent in portions', () => {
    expect(portions([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(portions([], 2)).toEqual([]);
  });
});
