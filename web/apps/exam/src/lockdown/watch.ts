import type { EvidenceKind } from './evidence';

/** Shorter absences are the system's, not the candidate's. */
const AWAY_FROM_MS = 1_000;

/** `isExtended` is not in every browser, and not in the library of types. */
type Displays = Screen & Partial<EventTarget> & { isExtended?: boolean };

export interface WatchHooks {
  notice(kind: EvidenceKind, seconds?: number): void;
  /** Whether the exam is being answered at this moment. */
  live(): boolean;
  /** Names the attempt, to tell its windows from others. */
  attempt(): string | undefined;
  windowed(isWindowed: boolean): void;
}

/** Listens to what a browser tells of the candidate's surroundings. Reports only; blocks nothing. */
export function watch(hooks: WatchHooks): () => void {
  const stop = new AbortController();
  const listen = (target: EventTarget, name: string, act: (event: Event) => void) =>
    target.addEventListener(name, act, { signal: stop.signal, capture: true });
  const notice = (kind: EvidenceKind, seconds?: number) => {
    if (hooks.live()) hooks.notice(kind, seconds);
  };

  watchFullScreen(listen, notice, hooks);
  watchAbsence(listen, notice);
  watchPaste(listen, notice);
  watchDisplays(listen, notice);
  const channel = watchWindows(notice, hooks);
  return () => {
    stop.abort();
    channel?.close();
  };
}

type Listen = (target: EventTarget, name: string, act: (event: Event) => void) => void;
type Notice = (kind: EvidenceKind, seconds?: number) => void;

function watchFullScreen(listen: Listen, notice: Notice, hooks: WatchHooks) {
  listen(document, 'fullscreenchange', () => {
    const windowed = document.fullscreenElement === null;
    hooks.windowed(windowed);
    if (windowed) notice('FULL_SCREEN_LEFT');
  });
}

function watchAbsence(listen: Listen, notice: Notice) {
  let leftAt: number | undefined;
  const left = () => {
    leftAt ??= performance.now();
  };
  const back = () => {
    if (leftAt === undefined || document.hidden) return;
    const away = performance.now() - leftAt;
    leftAt = undefined;
    if (away >= AWAY_FROM_MS) notice('WINDOW_LEFT', Math.round(away / 1000));
  };
  listen(window, 'blur', (event) => {
    if (event.target === window) left();
  });
  listen(window, 'focus', (event) => {
    if (event.target === window) back();
  });
  listen(document, 'visibilitychange', () => {
    if (document.hidden) left();
    else if (document.hasFocus()) back();
  });
}

/** What was copied on this very page may be moved about. */
function watchPaste(listen: Listen, notice: Notice) {
  let own = '';
  const copied = (event: Event) => {
    const field = event.target;
    own =
      field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : String(document.getSelection() ?? '');
  };
  listen(document, 'copy', copied);
  listen(document, 'cut', copied);
  listen(document, 'paste', (event) => {
    const text = (event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '';
    if (text === '' || text !== own) notice('PASTE');
  });
}

function watchDisplays(listen: Listen, notice: Notice) {
  const displays = window.screen as Displays;
  if (!displays.addEventListener) return;
  listen(displays as unknown as EventTarget, 'change', () => lookAtDisplays(notice));
}

/** Also when the answering begins: a display that was there before changes nothing any more. */
export function lookAtDisplays(notice: Notice) {
  if ((window.screen as Displays).isExtended) notice('SECOND_SCREEN');
}

/** Windows of one browser hear each other; the one that works reports the one that came. */
function watchWindows(notice: Notice, hooks: WatchHooks): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in window)) return undefined;
  const channel = new BroadcastChannel('tanshi-exam');
  channel.addEventListener('message', (event) => {
    if (event.data === hooks.attempt()) notice('SECOND_WINDOW');
  });
  return channel;
}

/** Said by a window that finds the exam open in another. */
export function announceWindow(attempt: string): void {
  if (!('BroadcastChannel' in window)) return;
  const channel = new BroadcastChannel('tanshi-exam');
  channel.postMessage(attempt);
  channel.close();
}

/** Only after a click may a page ask for the full screen; without it the exam goes on all the same. */
export function enterFullScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
