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

/** False when another window holds this very session, as a duplicated tab would. */
export function holdAlone(session: KeptSession): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(
      `tanshi-exam-${session.tag}`,
      { ifAvailable: true },
      (lock): Promise<void> | undefined => {
        resolve(lock !== null);
        // Held until the page goes.
        return lock ? new Promise<void>(() => undefined) : undefined;
      },
    );
  });
}
