import { describe, expect, it } from 'vitest';
import type { Known, OwnApplication } from './next-step';
import { tasks } from './tasks';

const application = {
  id: 'a',
  state: 'APPROVED',
  examAt: '2026-12-26T09:00:00+08:00',
  checkedAt: '2026-12-09T10:00:00+08:00',
  openReports: 0,
  returned: [],
} as unknown as OwnApplication;
const ticket = {
  startsAt: '2026-12-26T09:00:00+08:00',
  endsAt: '2026-12-26T11:00:00+08:00',
  entryOpensAt: '2026-12-26T08:30:00+08:00',
  site: '杭州考点',
  room: '第 2 机房',
};
const known: Known = {
  application,
  study: null,
  admission: { stage: 'ADMITTED', ticket },
  resultsBy: null,
  result: null,
  certificate: null,
  now: '2026-12-20T09:30:00+08:00',
};
const mock = { key: 'MOCK_EXAM', label: '模考', date: '2026-12-23', until: '2026-12-24' };
const sitting = { milestones: [mock] } as unknown as Parameters<typeof tasks>[1];
const labels = (at: Known) => {
  const { open, past } = tasks(at, sitting);
  return [open.map((task) => task.label), past.map((task) => task.label)];
};

describe('what a candidate finds below the next step', () => {
  it('is the ticket and the mock exam before the exam', () => {
    expect(labels(known)).toEqual([['准考证', '模拟考试'], []]);
    expect(tasks({ ...known, admission: null }, sitting).open[0]?.note).toBe('编排考场后');
  });

  it('keeps the mock exam until its last day', () => {
    expect(labels({ ...known, now: '2026-12-24T23:00:00+08:00' })[0]).toContain('模拟考试');
    expect(labels({ ...known, now: '2026-12-25T00:10:00+08:00' })).toEqual([
      ['准考证'],
      ['模拟考试'],
    ]);
  });

  it('leaves nothing of the exam to do once the exam is over', () => {
    expect(labels({ ...known, now: '2026-12-26T10:59:00+08:00' })[0]).toEqual(['准考证']);
    expect(labels({ ...known, now: '2026-12-26T11:01:00+08:00' })).toEqual([
      [],
      ['准考证', '模拟考试'],
    ]);
  });

  it('has only what is past beside a certificate, wherever the clock of the demonstration stands', () => {
    const issued = { ...known, certificate: { status: 'VALID' } };
    expect(labels(issued)).toEqual([[], ['准考证', '模拟考试']]);
    const unchecked = { ...application, checkedAt: undefined } as OwnApplication;
    expect(labels({ ...issued, application: unchecked })[0]).toEqual([]);
  });

  it('offers no ticket that was never given, and nothing to somebody who was rejected', () => {
    const late = { ...known, admission: null, now: '2026-12-27T09:00:00+08:00' };
    expect(labels(late)).toEqual([[], ['模拟考试']]);
    const rejected = { ...application, state: 'REJECTED' } as OwnApplication;
    expect(labels({ ...known, application: rejected })).toEqual([[], []]);
  });

  it('asks for the check of the registration unless that is the next step already', () => {
    const unchecked = { ...application, checkedAt: undefined } as OwnApplication;
    expect(labels({ ...known, application: unchecked })[0]).toContain('核对报名信息');
    const pending = { ...unchecked, state: 'PENDING' } as OwnApplication;
    expect(labels({ ...known, application: pending })[0]).not.toContain('核对报名信息');
  });
});
