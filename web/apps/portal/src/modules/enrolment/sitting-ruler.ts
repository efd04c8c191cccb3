import type { Schemas } from '@tanshi/api-client';
import { addDays, daysBetween, isoDate } from '@tanshi/ui';

type Sitting = Schemas['SittingView'];

export interface RulerMark {
  key: string;
  label: string;
  date: string;
  x: number;
  strong: boolean;
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
  exam: number;
  days: { x: number; off: boolean; label: string | null }[];
  marks: RulerMark[];
  spans: RulerSpan[];
  tail: TailMark[];
  provisional: boolean;
}

const LEAD_DAYS = 4;
/** Room behind the exam, which is not to scale. */
const TAIL = 112;
const BREAK = 24;
const TAIL_WORDS: Record<string, string> = {
  RESULTS: '出分',
  CERTIFICATES: '发证',
  PUBLIC_LOOKUP: '查询',
};

/** The candidate's ruler: to scale up to the exam; after the break nothing pretends to be. */
export function sittingRuler(sitting: Sitting, today: string, width: number): SittingRuler {
  const exam = isoDate(sitting.examDate);
  const begin = today < exam ? today : addDays(exam, -12);
  const start = addDays(begin, -LEAD_DAYS);
  const count = daysBetween(start, exam);
  const perDay = (width - TAIL) / Math.max(1, count);
  const at = (date: string) => daysBetween(start, isoDate(date)) * perDay;
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
    today: today <= exam ? at(today) : null,
    exam: at(exam),
    days: thinned(days, perDay),
    marks:
      closes && closes.date > start
        ? [
            {
              key: 'closes',
              label: '报名截止',
              date: closes.date,
              x: at(closes.date),
              strong: false,
            },
          ]
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
