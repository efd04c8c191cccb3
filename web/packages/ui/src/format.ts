/**
 * Every figure a person reads goes through here, so that one date never has two spellings.
 * Times are shown as civil time of the programme (China, UTC+8, no summer time) wherever the reader is.
 */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const THIN_SPACE = '\u2009';
const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export type UiLocale = keyof typeof WEEKDAYS;

interface Civil {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  hasTime: boolean;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** Accepts `2026-12-26`, a date-time with offset, and a date-time without one (taken as civil time). */
function civil(text: string): Civil {
  const hasTime = text.includes('T');
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10));
  const instant = Date.parse(hasTime && !hasOffset ? `${text}Z` : text);
  const at = new Date(hasTime && hasOffset ? instant + OFFSET_MS : instant);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    weekday: at.getUTCDay(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    hasTime,
  };
}

const weekdayOf = (c: Civil, locale: UiLocale) => WEEKDAYS[locale][c.weekday] ?? '';

/** `2026-12-26` */
export function isoDate(text: string): string {
  const c = civil(text);
  return `${c.year}-${pad(c.month)}-${pad(c.day)}`;
}

/** `2026-12-26 周六` */
export function formatDate(text: string, locale: UiLocale = 'zh-CN'): string {
  return `${isoDate(text)} ${weekdayOf(civil(text), locale)}`;
}

/** `09:00` */
export function formatTime(text: string): string {
  const c = civil(text);
  return `${pad(c.hour)}:${pad(c.minute)}`;
}

/** `10:32:05` */
export function formatClock(text: string): string {
  return `${formatTime(text)}:${pad(civil(text).second)}`;
}

/** `2026-12-26 周六 09:00` */
export function formatDateTime(text: string, locale: UiLocale = 'zh-CN'): string {
  return `${formatDate(text, locale)} ${formatTime(text)}`;
}

/** `12-26 周六`, with the time when one is given: `12-26 周六 09:00` */
export function formatShort(text: string, time?: string, locale: UiLocale = 'zh-CN'): string {
  const c = civil(text);
  const clock = time ?? (c.hasTime ? formatTime(text) : '');
  const day = `${pad(c.month)}-${pad(c.day)} ${weekdayOf(c, locale)}`;
  return clock ? `${day} ${clock.slice(0, 5)}` : day;
}

/** `12 月 26 日 周六 09:00` (English: `Sat 26 Dec 09:00`) */
export function formatLong(text: string, locale: UiLocale = 'zh-CN'): string {
  const c = civil(text);
  const clock = c.hasTime ? ` ${formatTime(text)}` : '';
  if (locale === 'en') {
    return `${weekdayOf(c, locale)} ${c.day} ${MONTHS[c.month - 1] ?? ''}${clock}`;
  }
  return `${c.month} 月 ${c.day} 日 ${weekdayOf(c, locale)}${clock}`;
}

/** Whole calendar days from one day to another; negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(isoDate(to)) - Date.parse(isoDate(from))) / DAY_MS);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(isoDate(date)) + days * DAY_MS).toISOString().slice(0, 10);
}

export function weekdayIndex(date: string): number {
  return civil(date).weekday;
}

/** `1 234 567.80`, thousands set with a thin space */
export function formatNumber(value: number, fractionDigits?: number): string {
  const text = fractionDigits === undefined ? String(value) : value.toFixed(fractionDigits);
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const sign = value < 0 ? '−' : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** `¥100.00` from fen */
export function formatMoney(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  return `${sign}¥${formatNumber(Math.abs(fen) / 100, 2)}`;
}

/** `18:20` or `1:02:05` from seconds */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = pad(whole % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** `1101**********123X`: never trust the server alone to have masked a number. */
export function maskId(id: string): string {
  if (id.includes('*') || id.length < 9) return id;
  return id.slice(0, 4) + '*'.repeat(id.length - 8) + id.slice(-4);
}
