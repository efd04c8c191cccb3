import { describe, expect, it } from 'vitest';
import {
  clauseCell,
  clauseSubject,
  levelName,
  milestoneName,
  partName,
  sittingName,
} from './english';

/** Chinese in brackets stands beside its English; any other is a word nobody has translated. */
const untranslated = (text: string) => /\p{Script=Han}/u.test(text.replace(/\([^)]*\)/g, ''));

describe('the programme in English', () => {
  it('has every subject that a clause of any rule set can have', () => {
    const degrees = ['高中', '中专', '大专', '本科', '研究生'];
    const subjects = [
      '持本系列低一级证书',
      '持其他职业、技能或职称证书',
      '研究生及以上，其他专业',
      ...degrees.flatMap((degree) => [
        `${degree}，其他专业`,
        `${degree}，不限专业`,
        `环境、能源等相关专业，${degree}及以上`,
      ]),
    ];
    expect(subjects.map(clauseSubject).filter(untranslated)).toEqual([]);
    expect(clauseSubject('大专，其他专业')).toBe('Junior college (大专), other majors');
  });

  it('has every demand of a level', () => {
    expect(
      ['不限', '—', '满 1 年', '满 4 年', '中级证书', '高级证书，满 1 年'].map(clauseCell),
    ).toEqual([
      'none',
      '—',
      '1\u00a0year',
      '4\u00a0years',
      'Intermediate certificate',
      'Senior certificate, 1\u00a0year',
    ]);
  });

  it('names levels with the Chinese beside them, and parts, dates and sittings without', () => {
    expect(levelName('高级')).toBe('Senior (高级)');
    expect(partName('EXTENDED_TEXT', '简答题')).toBe('Short answer');
    expect(milestoneName('PUBLIC_LOOKUP', '开放查询')).toBe('Look-up opens');
    expect(sittingName('2026-12', '2026 年 12 月考期')).toBe('December 2026');
  });

  it('leaves alone what it does not know', () => {
    expect(clauseSubject('某种新条件')).toBe('某种新条件');
    expect(clauseCell('面试合格')).toBe('面试合格');
    expect(sittingName('trial', '试运行考期')).toBe('试运行考期');
  });
});
