import { call, json } from '../api';
import type { Noticed } from './evidence';
import type { ShownKeys } from './seb';

export type LockState = 'PLAIN' | 'UNPROVEN' | 'PROVEN' | 'HELD' | 'RELEASED' | 'EXEMPT';

export interface LockView {
  level: 'PLAIN' | 'SEB';
  state: LockState;
  stateLabel: string;
  /** Whether the paper may be seen and answered. */
  free: boolean;
  startLink?: string;
  /** Closes the locked browser after the hand-in. */
  quitUrl?: string;
  checkNumber?: string;
}

export const lockApi = {
  lock: (token: string) => json<LockView>(call('GET', 'lockdown', token)),
  link: (token: string) => json<{ url: string }>(call('POST', 'lockdown/links', token)),
  prove: (token: string, number: string, keys: ShownKeys) =>
    json<LockView>(
      call('POST', `lockdown/proof?n=${encodeURIComponent(number)}`, token, JSON.stringify(keys)),
    ),
  check: (token: string, number: string, keys: ShownKeys) =>
    json<LockView>(
      call('POST', `lockdown/checks?n=${encodeURIComponent(number)}`, token, JSON.stringify(keys)),
    ),
  notice: (token: string, noticed: readonly Noticed[]) =>
    json<{ lastSeq: number }>(
      call('POST', 'lockdown/evidence', token, JSON.stringify({ noticed })),
    ),
};
