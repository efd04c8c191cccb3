import { describe, expect, it } from 'vitest';
import { nextStep, type Known, type OwnApplication } from './next-step';

const application = {
  state: 'APPROVED',
  institution: '绿源低碳技术培训中心',
  institutionContact: '培训部',
  examAt: '2026-12-26T09:00:00+08:00',
  registrationClosesAt: '2026-12-19T23:59:00+08:00',
  openReports: 0,
  returned: [],
} as unknown as OwnApplication;
const study = {
  countedSeconds: 9.6 * 600,
  requiredSeconds: 21.6 * 600,
  totalSeconds: 24 * 600,
  unitSeconds: 600,
  deadline: '2026-12-25T17:30:00+08:00',
  met: false,
};
const known: Known = {
  application,
  study,
  admission: null,
  resultsBy: null,
  result: null,
  certificate: null,
  now: '2026-12-10T09:30:00+08:00',
};

describe('the next step', () => {
  it('says how much is to be learnt until when, and how much that is a day', () => {
    expect(nextStep(known)).toMatchObject({
      what: '再学 12.0 课时',
      when: '12 月 25 日 周五 17:30 前',
      detail: '还有 15 天，每天约 8 分钟',
    });
  });

  it('is the exam once there is a ticket', () => {
    const ticket = {
      startsAt: '2026-12-26T09:00:00+08:00',
      endsAt: '2026-12-26T11:00:00+08:00',
      entryOpensAt: '2026-12-26T08:30:00+08:00',
      site: '杭州考点',
      room: '第 2 机房',
    };
    const seated: Known = {
      ...known,
      study: { ...study, met: true },
      admission: { stage: 'ADMITTED', ticket },
    };
    expect(nextStep(seated).act?.to).toBe('/me/ticket');
    expect(nextStep({ ...seated, now: '2026-12-26T08:40:00+08:00' }).act?.href).toBe('/exam/');
  });

  it('asks for nothing while a reviewer or the institution has to act', () => {
    const pending = {
      ...application,
      state: 'PENDING',
      checkedAt: '2026-12-09T10:00:00+08:00',
    } as OwnApplication;
    expect(nextStep({ ...known, application: pending }).act).toBeUndefined();
    expect(nextStep({ ...known, application: null }).what).toContain('尚未提交');
  });

  it('is to check what the institution handed in, until the reviewer is due', () => {
    const pending = {
      ...application,
      id: 'a',
      state: 'PENDING',
      dueAt: '2026-12-11T17:30:00+08:00',
    };
    const step = nextStep({ ...known, application: pending as OwnApplication });
    expect(step).toMatchObject({ what: '核对报名信息', when: '12 月 11 日 周五 17:30 前' });
    expect(step.act?.to).toBe('/me/application/a');
    const reported = { ...pending, openReports: 2 } as OwnApplication;
    expect(nextStep({ ...known, application: reported }).act).toBeUndefined();
    expect(nextStep({ ...known, application: reported }).detail).toContain('2 处');
  });

  it('is to photograph what was returned, and then to wait for the institution', () => {
    const paper = { kind: 'WORK', label: '工作证明', reasonLabel: '未盖章', words: '请加盖公章。' };
    const state = 'RETURNED';
    const returned = { ...application, id: 'a', state, returned: [paper] } as OwnApplication;
    expect(nextStep({ ...known, application: returned })).toMatchObject({
      what: '补交工作证明',
      when: '12 月 19 日 周六 23:59 前',
      detail: '请加盖公章。',
      act: { label: '拍照补交', to: '/me/application/a' },
    });
    const sentAt = '2026-12-10T09:00:00+08:00';
    const sent = { ...returned, returned: [{ ...paper, sentAt }] } as OwnApplication;
    expect(nextStep({ ...known, application: sent }).act).toBeUndefined();
  });

  it('looks back after the exam: waiting, result, certificate', () => {
    const after: Known = { ...known, now: '2026-12-27T09:00:00+08:00', resultsBy: '2027-01-18' };
    expect(nextStep(after).when).toContain('1 月 18 日');
    expect(nextStep({ ...after, result: { passed: true, total: '81.5' } }).what).toContain('合格');
    expect(nextStep({ ...after, certificate: { status: 'VALID' } }).act?.to).toBe(
      '/me/certificates',
    );
  });
});
