import { describe, expect, it } from 'vitest';
import { stages } from './after-approval';

const study = {
  countedSeconds: 9.6 * 600,
  requiredSeconds: 21.6 * 600,
  unitSeconds: 600,
  met: false,
  outlookLabel: '正常',
};
const outcome = { seated: false, absent: false };

describe('what an institution reads of an approved candidate', () => {
  it('is the server’s count of the hours against what is needed', () => {
    expect(stages({ study, outcome })).toEqual(['已计 9.6 / 需 21.6 课时，正常', '达标后编排考场']);
    expect(stages({ outcome })[0]).toBe('课程正在开通');
  });

  it('is the seat once the hours are full', () => {
    const met = { ...study, countedSeconds: 22 * 600, met: true };
    expect(stages({ study: met, outcome })).toEqual(['课时已达标 22.0', '待编排考场']);
    expect(stages({ study: met, outcome: { ...outcome, seated: true } })[1]).toBe(
      '已编排，有准考证',
    );
  });

  it('says passed or not only when the server does, which is after the release', () => {
    const seated = { ...outcome, seated: true };
    expect(stages({ study, outcome: seated })).toHaveLength(2);
    expect(stages({ study, outcome: { ...seated, passed: true } })[2]).toBe('成绩已公布：合格');
    expect(stages({ study, outcome: { ...seated, passed: false } })[2]).toBe('成绩已公布：未合格');
  });

  it('says who never came', () => {
    expect(stages({ study, outcome: { seated: true, absent: true } })).toContain('缺考');
  });
});
