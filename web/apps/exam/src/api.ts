import { networkProblem, ProblemError, readProblem } from '@tanshi/api-client';
import type { EmergencyKey } from './log/emergency';
import type { KeyView } from './sealed';
import type { EntryView, NewsView, ReceiptCheckView, ReceiptView, StateView } from './types';

const TIMEOUT_MS = 20_000;

/** One request. Bodies are passed as text, so that a repeated one is the very same. */
export async function call(
  method: string,
  path: string,
  token: string,
  body?: string,
  more: Record<string, string> = {},
  cache: RequestCache = 'no-store',
): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    ...more,
  };
  if (token) headers.Authorization = `Sitting ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(`/api/exam/${path}`, {
      method,
      headers,
      body,
      credentials: 'omit',
      cache,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw networkProblem();
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

export async function json<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  try {
    return (await response.json()) as T;
  } catch {
    // The connection broke in the middle of the answer.
    throw networkProblem();
  }
}

/** What is said at the door. */
export interface Door {
  ticketNumber: string;
  documentNumber: string;
  roomCode: string;
  machine: string;
  machineLabel: string;
  /** Asks once more for a release that was refused. */
  anew: boolean;
}

export interface HeartbeatBody {
  newsAfter: number;
  unsent: number;
  away: number;
  handRaised: boolean;
}

export const examApi = {
  enter: (at: Door) => json<EntryView>(call('POST', 'entry', '', JSON.stringify(at))),
  state: (token: string) => json<StateView>(call('GET', 'state', token)),
  /** The encrypted paper; the browser may keep it under its digest. */
  paper: async (token: string, digest: string) => {
    const response = await call('GET', `paper?v=${digest}`, token, undefined, {}, 'default');
    return response.arrayBuffer().catch(() => {
      throw networkProblem();
    });
  },
  key: (token: string) => json<KeyView>(call('GET', 'key', token)),
  emergencyKey: (token: string) => json<EmergencyKey>(call('GET', 'emergency-key', token)),
  checkReceipt: (number: string, digest: string) =>
    json<ReceiptCheckView>(call('POST', 'receipt-checks', '', JSON.stringify({ number, digest }))),
  photo: async (token: string) =>
    URL.createObjectURL(await (await call('GET', 'photo', token)).blob()),
  likeness: (token: string, photo?: string) =>
    call('POST', 'likeness', token, JSON.stringify({ photo })),
  save: (token: string, body: string) => json<NewsView>(call('POST', 'answers', token, body)),
  heartbeat: (token: string, body: HeartbeatBody) =>
    json<NewsView>(call('POST', 'heartbeat', token, JSON.stringify(body))),
  handIn: (token: string, lastSeq: number, acceptUnsent: boolean) =>
    json<ReceiptView>(call('POST', 'hand-in', token, JSON.stringify({ lastSeq, acceptUnsent }))),
};

/** The last part of a problem's type, for example `opened-elsewhere`. */
export function kindOf(problem: ProblemError): string {
  return problem.type.slice(problem.type.lastIndexOf('/') + 1);
}

/** Whether sending the same again later can help. */
export function isPassing(problem: ProblemError): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status >= 500;
}
