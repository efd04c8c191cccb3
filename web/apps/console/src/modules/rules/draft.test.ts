import { describe, expect, it } from 'vitest';
import { blankClause, bodyOf, changed, draftOf, isChanged, type VersionPage } from './draft';

const page: VersionPage = {
  code: 'deck-2027',
  title: '2027 版',
  source: '通知',
  draft: true,
  version: 3,
  otherMajorExclusive: false,
  relatedMajors: ['环境工程', '环境科学'],
  clauses: [
    {
      level: 'JUNIOR',
      number: 1,
      text: '中专学历（取得其他专业），连续从事相关领域工作满2年；',
      education: 'SECONDARY_VOCATIONAL',
      major: 'OTHER',
      months: 24,
      continuous: true,
      certificateMonths: 0,
    },
  ],
  notes: ['E1 照录原文。'],
  differences: [],
};

describe('a rule set in the making', () => {
  it('goes to the server as it came when nothing was touched', () => {
    expect(bodyOf(draftOf(page), 3).clauses).toEqual(page.clauses);
    expect(isChanged(draftOf(page), page)).toBe(false);
  });

  it('drops the words of a clause whose data change, and keeps words that were typed', () => {
    const row = draftOf(page).clauses[0]!;
    expect(changed(row, { months: '12' }).text).toBe('');
    expect(changed(row, { text: '另写' }).text).toBe('另写');
    const draft = { ...draftOf(page), clauses: [changed(row, { months: '12' })] };
    expect(isChanged(draft, page)).toBe(true);
    expect(bodyOf(draft, 3).clauses[0]?.text).toBeUndefined();
  });

  it('numbers a new clause after the last of its level', () => {
    expect(blankClause('JUNIOR', draftOf(page).clauses).number).toBe('2');
    expect(blankClause('SENIOR', draftOf(page).clauses).number).toBe('1');
  });

  it('reads a list of majors however it is separated', () => {
    const draft = { ...draftOf(page), relatedMajors: '环境工程，碳管理; 储能科学 ' };
    expect(bodyOf(draft, 3).relatedMajors).toEqual(['环境工程', '碳管理', '储能科学']);
  });

  it('sends neither degree nor certificate when the clause does not ask for them', () => {
    const row = { ...draftOf(page).clauses[0]!, education: '', series: '' };
    const clause = bodyOf({ ...draftOf(page), clauses: [row] }, 3).clauses[0]!;
    expect(clause).not.toHaveProperty('education');
    expect(clause).not.toHaveProperty('certificateSeries');
  });
});
