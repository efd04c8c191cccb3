import type { UiLocale } from '@tanshi/ui';

const CHINESE = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const ENGLISH = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');

/** A small count as running text writes it; larger ones stay figures. */
export function countWord(count: number, locale: UiLocale): string {
  return (locale === 'en' ? ENGLISH : CHINESE)[count] ?? String(count);
}
