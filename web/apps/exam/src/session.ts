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
const TRIES = 8;
const TRY_EVERY_MS = 150;
let release: (() => void) | undefined;

function hold(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock): Promise<void> | undefined => {
      resolve(lock !== null);
      // Held until the exam is over here, or the page goes.
      return lock ? new Promise<void>((done) => (release = done)) : undefined;
    });
  });
}

/**
 * False when another window of this browser has an exam open. A page that is being reloaded gives way only after a
 * moment.
 */
export async function holdAlone(): Promise<boolean> {
  if (release || !navigator.locks) return true;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await hold()) return true;
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
  }
  return false;
}

/** The exam is over at this window; another may be begun. */
export function letGo(): void {
  release?.();
  release = undefined;
}
