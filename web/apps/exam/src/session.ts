import type { EmergencyKey } from './log/emergency';
import type { CardView, EntryView, RulesView, SeatView } from './types';

/** What a reload of this tab needs; gone when the tab is closed. */
export interface KeptSession {
  token: string;
  attemptId: string;
  /** Names this entry into the exam in the local log. */
  tag: string;
  card: CardView;
  seat: SeatView;
  rules: RulesView;
  confirmed: boolean;
  rulesRead: boolean;
  /** Number of the item last looked at. */
  position: number;
  /** Position of the last message shown. */
  heardUpTo: number;
  /** For a file, when the server cannot be reached. */
  emergencyKey?: EmergencyKey;
}

const KEY = 'tanshi-exam';

export function keep(session: KeptSession): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // Then a reload asks for ticket and document again; no answer depends on it.
  }
}

export function recall(): KeptSession | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    return text ? (JSON.parse(text) as KeptSession) : undefined;
  } catch {
    return undefined;
  }
}

export function forget(): void {
  sessionStorage.removeItem(KEY);
}

export function begun(entry: EntryView): KeptSession {
  return {
    token: entry.token,
    attemptId: entry.attemptId,
    tag: crypto.randomUUID(),
    card: entry.card,
    seat: entry.seat,
    rules: entry.rules,
    confirmed: false,
    rulesRead: false,
    position: 1,
    heardUpTo: 0,
  };
}

const LOCK = 'tanshi-exam-window';
// On a busy machine a page that is being reloaded takes this long to give way.
const GIVES_WAY_MS = 5_000;
let release: (() => void) | undefined;

/** False when another window of this browser has an exam open. */
export async function holdAlone(): Promise<boolean> {
  if (release || !navigator.locks) return true;
  return new Promise((resolve) => {
    const wait = { signal: AbortSignal.timeout(GIVES_WAY_MS) };
    const held = navigator.locks.request(LOCK, wait, (): Promise<void> => {
      resolve(true);
      // Held until the exam is over here, or the page goes.
      return new Promise<void>((done) => (release = done));
    });
    held.catch(() => resolve(false));
  });
}

/** The exam is over at this window; another may be begun. */
export function letGo(): void {
  release?.();
  release = undefined;
}
