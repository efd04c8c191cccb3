import type { Schemas } from '@tanshi/api-client';
import { addDays, daysBetween, isoDate } from '@tanshi/ui';

type Sitting = Schemas['SittingView'];

export interface RulerMark {
  key: string;
  label: string;
  x: number;
  /** Where the label begins; null when there is no room for it between today and the exam. */
  from: number | null;
}
export interface RulerSpan {
  key: string;
  label: string;
  from: number;
  to: number;
}
export interface TailMark {
  label: string;
  month: string;
  x: number;
}
export interface SittingRuler {
  start: string;
  perDay: number;
  today: number | null;
  /** The middle of its label, which never leaves the drawing. */
  todayLabel: number;
  exam: number;
  days: { x: number; off: boolean; label: string | null }[];
  marks: RulerMark[];
  spans: RulerSpan[];
  tail: TailMark[];
  provisional: boolean;
}

const LEAD_DAYS = 4;
/** Room behind the exam, which is not to scale. */
const TAIL = 124;
const BREAK = 24;
const TAIL_WORDS: Record<string, string> = {
  RESULTS: '出分',
  CERTIFICATES: '发证',
  PUBLIC_LOOKUP: '查询',
};

/** Widths of the labels, in pixels of their type. */
const CLOSES_WIDTH = 54;
const TODAY_WIDTH = 70;
const EXAM_WIDTH = 30;
const CLEAR = 5;

/** As near to the middle of its mark as the line of today and the label of the exam leave room. */
function besides(x: number, today: number | null, exam: number): number | null {
  const end = exam - EXAM_WIDTH / 2 - CLEAR;
  const free =
    today === null
      ? [[0, end]]
      : [
          [0, today - CLEAR],
          [today + CLEAR, end],
        ];
  const wanted = x - CLOSES_WIDTH / 2;
  return free
    .filter(([from = 0, to = 0]) => to - from >= CLOSES_WIDTH)
    .map(([from = 0, to = 0]) => Math.min(Math.max(wanted, from), to - CLOSES_WIDTH))
    .reduce<number | null>(
      (best, one) =>
        best !== null && Math.abs(best - wanted) <= Math.abs(one - wanted) ? best : one,
      null,
    );
}

/** The candidate's ruler: to scale up to the exam; after the break nothing pretends to be. */
export function sittingRuler(sitting: Sitting, today: string, width: number): SittingRuler {
  const exam = isoDate(sitting.examDate);
  const begin = today < exam ? today : addDays(exam, -12);
  const start = addDays(begin, -LEAD_DAYS);
  const count = daysBetween(start, exam);
  const perDay = (width - TAIL) / Math.max(1, count);
  const at = (date: string) => daysBetween(start, isoDate(date)) * perDay;
  const now = today <= exam ? at(today) : null;
  const labelFrom = (date: string) => besides(at(date), now, at(exam));
  const working = new Map(sitting.days.map((day) => [isoDate(day.date), day.workingDay]));
  const byKey = new Map(sitting.milestones.map((m) => [m.key as string, m]));
  const closes = byKey.get('REGISTRATION_CLOSES');
  const mock = byKey.get('MOCK_EXAM');
  const days = Array.from({ length: count + 1 }, (_, i) => {
    const date = addDays(start, i);
    const day = Number(date.slice(8));
    const named = date === today || date === exam || date === closes?.date || day % 5 === 0;
    return { x: i * perDay, off: working.get(date) === false, label: named ? String(day) : null };
  });
  const tail = Object.entries(TAIL_WORDS).flatMap(([key, label], i) => {
    const milestone = byKey.get(key);
    if (!milestone) return [];
    const room = (TAIL - BREAK) / 3;
    const month = `${Number(milestone.date.slice(5, 7))} 月`;
    return [{ label, month, x: width - TAIL + BREAK + room * (i + 0.5) }];
  });
  const spans: RulerSpan[] = [{ key: 'study', label: '学习', from: 0, to: at(exam) }];
  if (mock) {
    spans.push({
      key: 'mock',
      label: '模考',
      from: at(mock.date),
      to: at(mock.until ?? mock.date),
    });
  }
  return {
    start,
    perDay,
    today: now,
    todayLabel: Math.min(Math.max(now ?? 0, TODAY_WIDTH / 2), width - TODAY_WIDTH / 2),
    exam: at(exam),
    days: thinned(days, perDay),
    marks:
      closes && closes.date > start
        ? [{ key: 'closes', label: '报名截止', x: at(closes.date), from: labelFrom(closes.date) }]
        : [],
    spans: spans.filter((span) => span.to > 0),
    tail,
    provisional: sitting.milestones.some((m) => m.provisional && m.key in TAIL_WORDS),
  };
}

/** Leaves out day numbers that would touch the one before, or the day of the exam, which always stays. */
function thinned(days: SittingRuler['days'], perDay: number): SittingRuler['days'] {
  const exam = days.length - 1;
  const clear = (from: number, to: number) => (to - from) * perDay >= 22;
  let last = -Infinity;
  return days.map((day, i) => {
    const keep = day.label !== null && (i === exam || (clear(last, i) && clear(i, exam)));
    if (keep) last = i;
    return keep ? day : { ...day, label: null };
  });
}
