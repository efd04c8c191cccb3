import { addDays, isoDate, weekdayIndex } from '@tanshi/ui';

/** Moments worth jumping to, in civil time of the programme (UTC+8). */
export interface Jump {
  key: string;
  label: string;
  why: string;
  /** With offset, as the server takes it. */
  to: string;
}

interface Milestone {
  key: string;
  date: string;
}

export interface JumpSitting {
  code: string;
  name: string;
  examAt: string;
  milestones: readonly Milestone[];
}

const OFFSET = '+08:00';
const MINUTE_MS = 60_000;

const at = (date: string, time: string) => `${isoDate(date)}T${time}:00${OFFSET}`;

/** The moment so many minutes away, written in civil time. */
export function shifted(moment: string, minutes: number): string {
  const instant = Date.parse(moment) + minutes * MINUTE_MS + 8 * 60 * MINUTE_MS;
  return `${new Date(instant).toISOString().slice(0, 19)}${OFFSET}`;
}

function nextWeekday(date: string): string {
  let day = addDays(date, 1);
  while (weekdayIndex(day) === 0 || weekdayIndex(day) === 6) day = addDays(day, 1);
  return day;
}

function ofSitting(sitting: JumpSitting): Jump[] {
  const day = (key: string) => sitting.milestones.find((m) => m.key === key)?.date;
  const jumps: Jump[] = [];
  const add = (key: string, label: string, why: string, to: string | undefined) => {
    if (to) jumps.push({ key: `${sitting.code}-${key}`, label, why, to });
  };
  const onDay = (key: string, time: string) => {
    const date = day(key);
    return date === undefined ? undefined : at(date, time);
  };
  const exam = sitting.examAt;
  add('mock', '模考开始', '模考窗口第一天', onDay('MOCK_EXAM', '09:00'));
  add('eve', '考前一天', '准考证、考场与试机', at(addDays(exam, -1), '09:00'));
  add('door', '开考前 5 分钟', '考生可以登录考试端等候', shifted(exam, -5));
  add('bell', '开考', '作答开始', shifted(exam, 0));
  add('hand-in', '开考 31 分钟后', '考生可以交卷', shifted(exam, 31));
  add('over', '考试结束后', '宽限期已过，阅卷可以开始', shifted(exam, 180));
  add('results', '成绩公布日', '承诺的最晚公布日', onDay('RESULTS', '09:00'));
  add('certificates', '证书发放日', '承诺的最晚发证日', onDay('CERTIFICATES', '09:00'));
  add('lookup', '开放查询日', '公众可以查到证书', onDay('PUBLIC_LOOKUP', '09:00'));
  return jumps;
}

/** Steps of a day or so, always from the present business time. */
export function nearJumps(now: string): Jump[] {
  const all = [
    { key: 'hour', label: '1 小时后', why: '', to: shifted(now, 60) },
    { key: 'tomorrow', label: '明天 09:00', why: '', to: at(addDays(now, 1), '09:00') },
    { key: 'weekday', label: '下一个周一至周五 09:00', why: '', to: at(nextWeekday(now), '09:00') },
    { key: 'week', label: '一周后 09:00', why: '', to: at(addDays(now, 7), '09:00') },
  ];
  return all.filter((jump, i) => all.findIndex((other) => other.to === jump.to) === i);
}

/** What still lies ahead in a sitting, in order of time. */
export function sittingJumps(sitting: JumpSitting, now: string): Jump[] {
  return ofSitting(sitting)
    .filter((jump) => Date.parse(jump.to) > Date.parse(now))
    .sort((a, b) => Date.parse(a.to) - Date.parse(b.to));
}

/** What a `datetime-local` field holds, as civil time; undefined when it is no moment. */
export function typedMoment(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)
    ? `${text.slice(0, 16)}:00${OFFSET}`
    : undefined;
}
