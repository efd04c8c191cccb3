import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  choicesOf,
  dayWords,
  draftOf,
  isChanged,
  movedCount,
  newsOf,
  weeksOf,
  type CalendarDay,
  type DeadlineRow,
  type SittingPage,
} from './sitting-move';

function row(key: DeadlineRow['key'], date: string): DeadlineRow {
  return { key, label: key, rule: '', date, provisional: false, remarks: [] };
}

function page(examDate: string, second = '2026-02-21'): SittingPage {
  const reading = (code: string, date: string, standard: boolean) => ({
    code,
    label: code,
    date,
    words: '',
    standard,
    present: date === examDate,
  });
  return {
    sitting: {
      id: '1',
      code: '2026-02',
      name: '2026 年 2 月考期',
      examDate,
      examAt: `${examDate}T09:00:00+08:00`,
      registrationClosesAt: `${examDate}T00:00:00+08:00`,
      registrationOpen: true,
      milestones: [],
      days: [],
    },
    version: 1,
    held: false,
    readings: [reading('FOURTH', '2026-02-28', true), reading('WEEK', second, false)],
    deadlines: [row('EXAM', examDate)],
    handSet: {},
    settings: [],
    participants: { people: 0, institutions: [] },
    history: [],
  };
}

describe('the choice of a date', () => {
  it('offers two readings, and one when they agree', () => {
    expect(choicesOf(page('2026-02-28')).map((c) => c.date)).toEqual(['2026-02-28', '2026-02-21']);
    const agreed = choicesOf(page('2026-02-28', '2026-02-28'));
    expect(agreed).toHaveLength(1);
    expect(agreed[0]?.labels).toEqual(['FOURTH', 'WEEK']);
  });

  it('keeps a present date that is neither reading', () => {
    const choices = choicesOf(page('2026-02-07'));
    expect(choices.at(-1)).toMatchObject({ key: 'present', date: '2026-02-07', present: true });
    expect(isChanged(draftOf(page('2026-02-07')), page('2026-02-07'))).toBe(false);
  });

  it('asks the server only when every field is there', () => {
    const of = page('2026-02-21');
    const draft = { ...draftOf(of), choice: 'other' };
    expect(bodyOf(draft, of)).toBeNull();
    expect(bodyOf({ ...draft, otherDate: '2026-03-07' }, of)).toEqual({ examDate: '2026-03-07' });
    const closing = { ...draft, otherDate: '2026-03-07', override: true };
    expect(bodyOf(closing, of)).toBeNull();
    expect(bodyOf({ ...closing, closesDate: '2026-02-27', basis: ' 理由 ' }, of)).toEqual({
      examDate: '2026-03-07',
      registrationCloses: '2026-02-27T17:30:00',
      registrationBasis: '理由',
    });
  });

  it('knows what counts as a change', () => {
    const of = page('2026-02-21');
    expect(isChanged(draftOf(of), of)).toBe(false);
    expect(isChanged({ ...draftOf(of), choice: 'FOURTH' }, of)).toBe(true);
    expect(isChanged({ ...draftOf(of), override: true }, of)).toBe(true);
  });

  it('counts the deadlines that move', () => {
    const before = [row('EXAM', '2026-02-21'), row('RESULTS', '2026-03-13')];
    const after = [row('EXAM', '2026-02-28'), row('RESULTS', '2026-03-13')];
    expect(movedCount(before, after)).toBe(1);
  });
});

describe('what everybody concerned is told', () => {
  const exam = (date: string) => row('EXAM', date);
  const closing = (date: string, time: string) => ({ ...row('REGISTRATION_CLOSES', date), time });
  const now = [exam('2026-12-26'), closing('2026-12-19', '23:59')];

  it('names the close of registration alone when the exam stays', () => {
    expect(newsOf(now, [exam('2026-12-26'), closing('2026-12-18', '17:30')])).toEqual({
      title: '报名截止有变更',
      lines: ['报名截止 2026-12-19 23:59 → 2026-12-18 17:30'],
    });
  });

  it('sees a closing that moves by hours on the same day', () => {
    const noon = closing('2026-12-19', '12:00');
    expect(newsOf(now, [exam('2026-12-26'), noon])?.lines).toEqual([
      '报名截止 2026-12-19 23:59 → 2026-12-19 12:00',
    ]);
    const remarks = [{ tone: 'OVERRIDE' as const, text: '按规则为 12-19；停电' }];
    expect(dayWords({ ...noon, remarks })).toBe('12-19 周六 12:00');
    expect(dayWords(closing('2026-12-19', '23:59'))).toBe('12-19 周六');
    expect(dayWords(closing('2026-12-19', '23:59'), true)).toBe('12-19 周六 23:59');
  });

  it('names both when the exam moves and the closing with it', () => {
    const after = [exam('2027-01-09'), closing('2027-01-02', '23:59')];
    expect(newsOf(now, after)?.lines).toEqual([
      '考试日 2026-12-26 → 2027-01-09',
      '报名截止 2026-12-19 23:59 → 2027-01-02 23:59',
    ]);
  });

  it('is nothing when neither moves', () => {
    expect(newsOf(now, now)).toBeNull();
  });
});

describe('the calendar sheet', () => {
  const special = (date: string, workingDay: boolean): CalendarDay => ({
    date,
    workingDay,
    announced: true,
    holiday: '春节',
    dayOfHoliday: workingDay ? 0 : 1,
  });

  it('numbers weeks from the one that holds day 1', () => {
    const weeks = weeksOf('2026-02', []);
    expect(weeks[0]?.map((d) => d.date)).toContain('2026-02-01');
    expect(weeks[0]?.[0]?.date).toBe('2026-01-26');
    expect(weeks[3]?.[5]?.date).toBe('2026-02-21');
    expect(weeks[4]?.[5]?.date).toBe('2026-02-28');
    expect(weeks).toHaveLength(5);
    expect(weeks[4]?.[6]?.inMonth).toBe(false);
  });

  it('marks days off and worked weekends, not plain weekends', () => {
    const days = weeksOf('2026-02', [special('2026-02-16', false), special('2026-02-14', true)]);
    const on = (date: string) => days.flat().find((d) => d.date === date)?.mark;
    expect(on('2026-02-16')).toBe('休');
    expect(on('2026-02-14')).toBe('班');
    expect(on('2026-02-07')).toBe('');
  });
});
