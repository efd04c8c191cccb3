import { describe, expect, it } from 'vitest';
import { promise } from './words';

describe('a promised date', () => {
  it('names the weekday', () => {
    expect(promise({ date: '2026-06-26', provisional: false, rule: '考后 45 工作日' })).toBe(
      '6 月 26 日 周五 ',
    );
  });

  it('says when it is provisional', () => {
    expect(promise({ date: '2027-03-04', provisional: true, rule: '考后 45 工作日' })).toBe(
      '3 月 4 日 周四（暂定）',
    );
  });
});
