/**
 * Geometry of the period ruler: a measured scale with one tick per calendar day before the exam and one per
 * working day after it. Pure functions, so that the drawing can be checked without a browser.
 */
import { addDays, daysBetween, formatShort, isoDate, weekdayIndex, type UiLocale } from '../format';
import { placeMarks, textWidth, type Mark, type PlacedMark } from './ruler-labels';

export interface RulerDay {
  date: string;
  workingDay: boolean;
}

export interface RulerMilestone {
  key: string;
  label: string;
  date: string;
  time?: string | null;
  provisional?: boolean;
  /** Set behind the label: `成绩公布 · 15 工作日` */
  note?: string;
  rule?: string;
}

export interface RulerInput {
  days: readonly RulerDay[];
  milestones: readonly RulerMilestone[];
  examDate: string;
  today?: string;
}

export interface RulerTick {
  at: number;
  kind: 'day' | 'off' | 'work' | 'work5';
}

export interface RulerScale {
  start: string;
  end: string;
  exam: string;
  /** Share of the length that lies before the exam. */
  before: number;
  /** 0…1 along the scale. */
  position(date: string): number;
  contains(date: string): boolean;
  ticks: RulerTick[];
  /** Ticks before and after the exam. */
  dayCount: number;
  workCount: number;
}

const LEAD_DAYS = 7;
const LONGEST_LEAD = 120;
const TAIL_WORKING_DAYS = 11;

export function buildScale(input: RulerInput): RulerScale {
  const exam = isoDate(input.examDate);
  const known = new Map(input.days.map((day) => [isoDate(day.date), day.workingDay]));
  const isWorking = (date: string) => {
    const weekday = weekdayIndex(date);
    return known.get(date) ?? (weekday !== 0 && weekday !== 6);
  };
  const dates = input.milestones.map((milestone) => isoDate(milestone.date));
  if (input.today) dates.push(isoDate(input.today));
  dates.push(exam);
  dates.sort();
  const first = dates[0] ?? exam;
  const last = dates[dates.length - 1] ?? exam;

  const earliest = addDays(exam, -LONGEST_LEAD);
  const wanted = addDays(first, -LEAD_DAYS);
  const start = wanted < earliest ? earliest : wanted;
  const dayCount = daysBetween(start, exam);

  // Working days after the exam, one entry per tick, until the last date and a tail for its label.
  const elapsed = new Map<string, number>();
  let workCount = 0;
  let end = exam;
  if (last > exam) {
    let tail = TAIL_WORKING_DAYS;
    for (let date = addDays(exam, 1); date <= last || tail > 0; date = addDays(date, 1)) {
      if (isWorking(date)) {
        workCount += 1;
        if (date > last) tail -= 1;
      }
      elapsed.set(date, workCount);
      end = date;
    }
  }

  const before = workCount === 0 ? 1 : 0.505;
  const position = (value: string) => {
    const date = isoDate(value);
    if (date <= exam) return (before * daysBetween(start, date)) / Math.max(1, dayCount);
    const done = elapsed.get(date) ?? workCount;
    return before + ((1 - before) * done) / Math.max(1, workCount);
  };

  const ticks: RulerTick[] = [];
  for (let day = 0; day <= dayCount; day += 1) {
    const date = addDays(start, day);
    ticks.push({ at: position(date), kind: isWorking(date) ? 'day' : 'off' });
  }
  for (let work = 1; work <= workCount; work += 1) {
    ticks.push({
      at: before + ((1 - before) * work) / workCount,
      kind: work % 5 === 0 ? 'work5' : 'work',
    });
  }
  return {
    start,
    end,
    exam,
    before,
    position,
    contains: (date) => isoDate(date) >= start && isoDate(date) <= end,
    ticks,
    dayCount,
    workCount,
  };
}

export interface RulerWords {
  today: string;
  provisional: string;
  locale: UiLocale;
}

function milestoneMark(item: RulerMilestone, x: number, exam: string, words: RulerWords): Mark {
  const tail = item.provisional ? ` ${words.provisional}` : '';
  const time = item.time ?? undefined;
  const day = formatShort(isoDate(item.date), undefined, words.locale);
  const dates = [day + tail, day.slice(0, 5) + tail];
  if (time) dates.unshift(formatShort(isoDate(item.date), time, words.locale) + tail);
  return {
    key: item.key,
    x,
    label: item.note ? `${item.label} · ${item.note}` : item.label,
    dates,
    tone: isoDate(item.date) === exam && item.key.toUpperCase().includes('EXAM') ? 'exam' : 'plain',
    provisional: item.provisional ?? false,
  };
}

/** All marks of the horizontal drawing, in pixels. */
export function layoutRuler(
  input: RulerInput,
  scale: RulerScale,
  width: number,
  words: RulerWords,
): PlacedMark[] {
  const marks = input.milestones
    .filter((item) => scale.contains(item.date))
    .map((item) => milestoneMark(item, scale.position(item.date) * width, scale.exam, words));
  if (input.today && scale.contains(input.today)) {
    const day = formatShort(isoDate(input.today), undefined, words.locale);
    marks.push({
      key: 'today',
      x: scale.position(input.today) * width,
      label: words.today,
      dates: [day, day.slice(0, 5)],
      tone: 'today',
      provisional: false,
    });
  }
  return placeMarks(marks, width);
}

export interface VerticalRow {
  key: string;
  y: number;
  label: string;
  date: string;
  tone: PlacedMark['tone'];
}

export interface VerticalLayout {
  rows: VerticalRow[];
  ticks: { y: number; kind: RulerTick['kind'] }[];
  height: number;
  /** Where the dates begin, clear of the longest label. */
  dateX: number;
}

/** Where the labels of the phone drawing begin. */
export const ROW_LABEL_X = 34;
const ROW_DATE_X = 120;
const ROW_FONT = 14;

const ROW_GAP = 25;
const DAY_PX = 8.2;
const WORK_PX = 3.3;
const LONGEST_PX = 260;

/** The phone drawing starts today; rows keep their order and never come closer than one line of text. */
export function layoutVertical(
  input: RulerInput,
  scale: RulerScale,
  words: RulerWords,
): VerticalLayout {
  const from = input.today && scale.contains(input.today) ? isoDate(input.today) : scale.start;
  const units = (date: string) => {
    const at = scale.position(date);
    const origin = Math.min(scale.position(from), scale.before);
    const days = ((Math.min(at, scale.before) - origin) / scale.before) * scale.dayCount;
    const left = (1 - scale.before) * 1;
    const work =
      left > 0 ? ((Math.max(at, scale.before) - scale.before) / left) * scale.workCount : 0;
    return { days, work };
  };
  const ahead = Math.max(1, daysBetween(from, scale.exam));
  const dayPx = Math.min(DAY_PX, LONGEST_PX / ahead);
  const ideal = (date: string) => {
    const { days, work } = units(date);
    return days * dayPx + work * WORK_PX;
  };

  const entries = input.milestones
    .filter((item) => isoDate(item.date) >= from && scale.contains(item.date))
    .map((item) => {
      const mark = milestoneMark(item, 0, scale.exam, words);
      const date = formatShort(isoDate(item.date), item.time ?? undefined, words.locale);
      const tail = item.provisional ? `（${words.provisional}）` : '';
      return {
        key: item.key,
        label: item.label,
        date: date + tail,
        tone: mark.tone,
        on: item.date,
      };
    });
  if (input.today && scale.contains(input.today)) {
    entries.push({
      key: 'today',
      label: words.today,
      date: formatShort(isoDate(input.today), undefined, words.locale),
      tone: 'today',
      on: input.today,
    });
  }
  const order = (tone: PlacedMark['tone']) => (tone === 'today' ? 0 : 1);
  entries.sort((a, b) => ideal(a.on) - ideal(b.on) || order(a.tone) - order(b.tone));

  let last = -Infinity;
  const bends: { ideal: number; y: number }[] = [];
  const rows = entries.map((entry) => {
    const wanted = ideal(entry.on);
    const previous = bends[bends.length - 1];
    const y = Math.max(last + ROW_GAP, previous ? previous.y + (wanted - previous.ideal) : wanted);
    last = y;
    bends.push({ ideal: wanted, y });
    return { key: entry.key, y, label: entry.label, date: entry.date, tone: entry.tone };
  });
  const height = Math.max(last, 0) + 12;

  const bent = (value: number) => {
    for (let i = 1; i < bends.length; i += 1) {
      const a = bends[i - 1];
      const b = bends[i];
      if (a && b && value <= b.ideal) {
        const share = b.ideal === a.ideal ? 1 : (value - a.ideal) / (b.ideal - a.ideal);
        return a.y + share * (b.y - a.y);
      }
    }
    const end = bends[bends.length - 1];
    return end ? end.y + (value - end.ideal) : value;
  };
  const origin = Math.min(scale.position(from), scale.before);
  const ticks = scale.ticks
    .filter((tick) => tick.at >= origin - 1e-9)
    .map((tick) => {
      const days = ((Math.min(tick.at, scale.before) - origin) / scale.before) * scale.dayCount;
      const left = 1 - scale.before;
      const work = left > 0 ? (Math.max(0, tick.at - scale.before) / left) * scale.workCount : 0;
      return { y: bent(days * dayPx + work * WORK_PX), kind: tick.kind };
    })
    .filter((tick) => tick.y <= height);
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label, ROW_FONT)));
  const dateX = Math.max(ROW_DATE_X, Math.ceil(ROW_LABEL_X + longest + 14));
  return { rows, ticks, height, dateX };
}
