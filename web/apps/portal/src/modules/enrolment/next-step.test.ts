import { describe, expect, it } from 'vitest';
import { nextStep, type Known, type OwnApplication } from './next-step';

const application = {
  state: 'APPROVED',
  institution: '绿源低碳技术培训中心',
  institutionContact: '培训部',
  examAt: '2026-12-26T09:00:00+08:00',
} as OwnApplication;
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
    const pending = { ...application, state: 'PENDING' } as OwnApplication;
    expect(nextStep({ ...known, application: pending }).act).toBeUndefined();
    expect(nextStep({ ...known, application: null }).what).toContain('尚未提交');
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
