/** What a screen can notice of its candidate; names as on the server. */
export type EvidenceKind =
  'FULL_SCREEN_LEFT' | 'WINDOW_LEFT' | 'PASTE' | 'SECOND_SCREEN' | 'SECOND_WINDOW';

export interface Noticed {
  seq: number;
  kind: EvidenceKind;
  clientTime: number;
  seconds?: number;
}

export interface EvidenceParts {
  /** Resolves with the number up to which the server has taken everything in. */
  send(noticed: readonly Noticed[]): Promise<number>;
  /** Server time at this screen. */
  now(): number;
  say(words: string): void;
  store: Pick<Storage, 'getItem' | 'setItem'>;
  /** Names this entry into the exam. */
  tag: string;
}

const MOST_IN_ONE = 50;
/** Beyond that only the latest are kept here: it is evidence, no answer. */
const MOST_WAITING = 200;
const SAID_AGAIN_AFTER_MS = 20_000;

const WORDS: Record<EvidenceKind, (seconds?: number) => string> = {
  FULL_SCREEN_LEFT: () => '已退出全屏',
  WINDOW_LEFT: (seconds) => `离开考试页面 ${seconds ?? 0} 秒`,
  PASTE: () => '粘贴了页面以外的文字',
  SECOND_SCREEN: () => '接有第二个显示器',
  SECOND_WINDOW: () => '又打开了一个考试窗口',
};

/**
 * Keeps what was noticed until the server has it, over reloads too, and tells the candidate in words. Sending again is
 * harmless, and a failure is nobody's concern but the next attempt's: answering never waits for it.
 */
export function createEvidence(parts: EvidenceParts) {
  const key = `tanshi-exam-evidence-${parts.tag}`;
  const kept = recall();
  const saidAt = new Map<EvidenceKind, number>();
  let sending = false;

  function recall(): { next: number; waiting: Noticed[] } {
    try {
      return JSON.parse(parts.store.getItem(key) ?? '') as { next: number; waiting: Noticed[] };
    } catch {
      return { next: 1, waiting: [] };
    }
  }

  function keep() {
    try {
      parts.store.setItem(key, JSON.stringify(kept));
    } catch {
      // It is still sent; a reload would forget what has not been.
    }
  }

  function notice(kind: EvidenceKind, seconds?: number) {
    kept.waiting.push({ seq: kept.next, kind, clientTime: Math.round(parts.now()), seconds });
    kept.next += 1;
    if (kept.waiting.length > MOST_WAITING) kept.waiting.shift();
    keep();
    const now = parts.now();
    if (now - (saidAt.get(kind) ?? -Infinity) >= SAID_AGAIN_AFTER_MS) {
      saidAt.set(kind, now);
      parts.say(`已记录：${WORDS[kind](seconds)}。由监考人员判断，不影响作答。`);
    }
  }

  async function flush(): Promise<void> {
    if (sending || kept.waiting.length === 0) return;
    sending = true;
    try {
      const taken = await parts.send(kept.waiting.slice(0, MOST_IN_ONE));
      kept.waiting = kept.waiting.filter((one) => one.seq > taken);
      keep();
    } catch {
      // The next turn sends the same again.
    } finally {
      sending = false;
    }
  }

  return { notice, flush, waiting: () => kept.waiting.length };
}
