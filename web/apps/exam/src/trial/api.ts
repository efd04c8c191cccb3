import { call, json } from '../api';
import type { ShownKeys } from '../lockdown/seb';
import type { Outcome } from './checks';
import type { KeptTrial } from './kept';

export interface TrialResult {
  at: string;
  machine: string;
  passed: boolean;
  outcomes: (Outcome & { label: string })[];
}

const bearing = (token: string) => ({ 'X-Trial-Token': token });

export const trialApi = {
  enter: (code: string) =>
    json<KeptTrial & { proven: boolean }>(
      call('POST', 'trial/entry', '', JSON.stringify({ code })),
    ),
  now: () => json<{ now: string }>(call('GET', 'trial/now', '')),
  link: (token: string) =>
    json<{ url: string }>(call('POST', 'trial/links', '', undefined, bearing(token))),
  prove: async (token: string, number: string, keys: ShownKeys) => {
    const path = `trial/proof?n=${encodeURIComponent(number)}`;
    await call('POST', path, '', JSON.stringify(keys), bearing(token));
  },
  finish: (token: string, machine: string, outcomes: readonly Outcome[]) =>
    json<TrialResult>(
      call('POST', 'trial/results', '', JSON.stringify({ machine, outcomes }), bearing(token)),
    ),
};
