/** The form of a sitting's date, apart from its drawing. */
import type { Schemas } from '@tanshi/api-client';
import { addDays, formatShort, isoDate, weekdayIndex } from '@tanshi/ui';

export type SittingPage = Schemas['SittingPage'];
export type DeadlineRow = Schemas['DeadlineRow'];
export type CalendarDay = Schemas['CalendarDay'];

export interface DateChoice {
  key: string;
  labels: string[];
  date: string;
  words: string;
  standard: boolean;
  present: boolean;
}

export interface Draft {
  /** Key of a choice, or `other`. */
  choice: string;
  otherDate: string;
  override: boolean;
  closesDate: string;
  closesTime: string;
  basis: string;
}

/** Both readings of 第四周周六, as one entry when they fall on the same day, and the present date when it is neither. */
export function choicesOf(page: SittingPage): DateChoice[] {
  const choices: DateChoice[] = [];
  for (const reading of page.readings) {
    const same = choices.find((choice) => choice.date === reading.date);
    if (same) {
      same.labels.push(reading.label);
      continue;
    }
    choices.push({
      key: reading.code,
      labels: [reading.label],
      date: reading.date,
      words: reading.words,
      standard: reading.standard,
      present: reading.present,
    });
  }
  if (!choices.some((choice) => choice.present)) {
    const exam = page.deadlines.find((row) => row.key === 'EXAM');
    choices.push({
      key: 'present',
      labels: ['另定的日期'],
      date: page.sitting.examDate,
      words: exam?.remarks[0]?.text ?? '',
      standard: false,
      present: true,
    });
  }
  return choices;
}

export function draftOf(page: SittingPage): Draft {
  const closes = page.handSet.registrationCloses;
  return {
    choice: choicesOf(page).find((choice) => choice.present)?.key ?? 'other',
    otherDate: '',
    override: Boolean(closes),
    closesDate: closes ? closes.slice(0, 10) : '',
    closesTime: closes ? closes.slice(11, 16) : '17:30',
    basis: page.handSet.registrationBasis ?? '',
  };
}

export function examDateOf(draft: Draft, page: SittingPage): string {
  if (draft.choice === 'other') return draft.otherDate;
  return choicesOf(page).find((choice) => choice.key === draft.choice)?.date ?? '';
}

export interface MoveBody {
  examDate: string;
  registrationCloses?: string;
  registrationBasis?: string;
}

/** What the server is asked; null while a field is still missing. */
export function bodyOf(draft: Draft, page: SittingPage): MoveBody | null {
  const examDate = examDateOf(draft, page);
  if (!examDate) return null;
  if (!draft.override) return { examDate };
  if (!draft.closesDate || !draft.closesTime) return null;
  return {
    examDate,
    registrationCloses: `${draft.closesDate}T${draft.closesTime}:00`,
    registrationBasis: draft.basis.trim(),
  };
}

export function isChanged(draft: Draft, page: SittingPage): boolean {
  const before = draftOf(page);
  if (examDateOf(draft, page) !== page.sitting.examDate) return true;
  if (draft.override !== before.override) return true;
  return (
    draft.override &&
    (draft.closesDate !== before.closesDate ||
      draft.closesTime !== before.closesTime ||
      draft.basis.trim() !== before.basis)
  );
}

/** How many deadlines fall on other days than before. */
export function movedCount(before: readonly DeadlineRow[], after: readonly DeadlineRow[]): number {
  return after.filter((row) => {
    const old = before.find((other) => other.key === row.key);
    return !old || spanKey(old) !== spanKey(row);
  }).length;
}

export function spanKey(row: DeadlineRow): string {
  return [row.date, row.until ?? '', row.time ?? ''].join('|');
}

/** `12-18 周五`, with its time where the rule does not say it: that of the exam, and of a closing that is set by hand or moves. */
export function dayWords(row: DeadlineRow, moves = false): string {
  if (row.until) return `${row.date.slice(5)} 至 ${row.until.slice(5)}`;
  const byHand = moves || row.remarks.some((remark) => remark.tone === 'OVERRIDE');
  const timed = row.key === 'EXAM' || (row.key === 'REGISTRATION_CLOSES' && byHand);
  return formatShort(row.date, timed ? (row.time ?? undefined) : undefined);
}

/** What everybody concerned is told: only what moved, and nothing when neither the exam nor the closing does. */
export interface MoveNews {
  title: string;
  lines: string[];
}

export function newsOf(
  before: readonly DeadlineRow[],
  after: readonly DeadlineRow[],
): MoveNews | null {
  const exam = lineOf('EXAM', '考试日', before, after);
  const closing = lineOf('REGISTRATION_CLOSES', '报名截止', before, after);
  if (exam) return { title: '考期日期有变更', lines: closing ? [exam, closing] : [exam] };
  return closing ? { title: '报名截止有变更', lines: [closing] } : null;
}

function lineOf(
  key: DeadlineRow['key'],
  label: string,
  before: readonly DeadlineRow[],
  after: readonly DeadlineRow[],
): string | null {
  const was = before.find((row) => row.key === key);
  const is = after.find((row) => row.key === key);
  if (!was || !is || spanKey(was) === spanKey(is)) return null;
  const words = (row: DeadlineRow) =>
    key === 'EXAM' ? row.date : `${row.date} ${row.time ?? ''}`.trim();
  return `${label} ${words(was)} → ${words(is)}`;
}

export interface SheetDay extends CalendarDay {
  day: number;
  inMonth: boolean;
  /** 休 or 班, where the announcement says something else than the weekday. */
  mark: '' | '休' | '班';
}

/** Weeks Monday to Sunday; the first one holds day 1, so that 第 4 周 is the fourth row. */
export function weeksOf(month: string, days: readonly CalendarDay[]): SheetDay[][] {
  const known = new Map(days.map((day) => [isoDate(day.date), day]));
  const first = `${month}-01`;
  const lead = (weekdayIndex(first) + 6) % 7;
  const weeks: SheetDay[][] = [];
  for (let start = addDays(first, -lead); start.slice(0, 7) <= month; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => sheetDay(addDays(start, i), month, known)));
  }
  return weeks;
}

function sheetDay(date: string, month: string, known: Map<string, CalendarDay>): SheetDay {
  const weekend = [0, 6].includes(weekdayIndex(date));
  const day = known.get(date) ?? {
    date,
    workingDay: !weekend,
    announced: false,
    dayOfHoliday: 0,
  };
  const holiday = Boolean(day.holiday);
  return {
    ...day,
    day: Number(date.slice(8)),
    inMonth: date.slice(0, 7) === month,
    mark: !holiday ? '' : day.workingDay ? '班' : '休',
  };
}
