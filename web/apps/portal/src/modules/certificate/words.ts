import type { Schemas } from '@tanshi/api-client';
import { formatLong } from '@tanshi/ui';

/** `3 月 4 日 周四 `, with 暂定 while the working days of a year are not announced. */
export function promise(date: Schemas['PromisedDate']): string {
  return `${formatLong(date.date)}${date.provisional ? '（暂定）' : ' '}`;
}
