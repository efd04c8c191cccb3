import type { UiLocale } from '@tanshi/ui';

const CHINESE = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const ENGLISH = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');

/** A small count as running text writes it; larger ones stay figures. */
export function countWord(count: number, locale: UiLocale): string {
  return (locale === 'en' ? ENGLISH : CHINESE)[count] ?? String(count);
}

/** The name breaks where a reader would pause, never inside a word. */
export function titleLines(name: string): string[] {
  const at = name.indexOf('岗位');
  return at > 0 ? [name.slice(0, at), name.slice(at)] : [name];
}

/** 15 of 「考后 15 个工作日」 */
export function workingDays(rule: string | null | undefined): string | undefined {
  return /(\d+)\s*个?\s*工作日/.exec(rule ?? '')?.[1];
}
