import { shallowRef, type ShallowRef } from 'vue';
import type { Schemas } from '@tanshi/api-client';

/** What putting the same writing right has done; it outlives the row it was begun in, which may be gone by then. */
export interface TogetherDone {
  label: string;
  found: string;
  typed: string;
  rows: readonly Schemas['SameWritingRow'][];
}

export const togetherDone: ShallowRef<TogetherDone | null> = shallowRef(null);
