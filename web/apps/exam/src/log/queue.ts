import { ProblemError } from '@tanshi/api-client';
import { isPassing, kindOf } from '../api';
import type { NewsView } from '../types';
import { type Change, type LogEntry, nextHash, wellFormed } from './chain';
import type { LocalLog } from './store';

const CHOICE_DELAY_MS = 300;
const TEXT_DELAY_MS = 1_000;
const TEXT_AT_LEAST_EVERY_MS = 3_000;
const LARGEST_BATCH = 100;
const FIRST_RETRY_MS = 800;
const LONGEST_RETRY_MS = 10_000;

export interface QueueParts {
  local: LocalLog;
  /** Sends one body; the same text again for a repeated attempt. */
  send(body: string): Promise<NewsView>;
  /** Server time in milliseconds. */
  now(): number;
  newsAfter(): number;
  random?: () => number;
}

export interface QueueListener {
  /** Called after every change of what `pending`, `sending`, `localFailed` say. */
  changed(): void;
  acknowledged(news: NewsView): void;
  /** The server refuses, and sending the same again will not help. */
  refused(problem: ProblemError): void;
}

/** An entry as the server reads it. */
export const sent = (entry: LogEntry) => ({
  clientSeq: entry.seq,
  itemId: entry.itemId,
  choices: entry.answer?.choices,
  text: entry.answer?.text,
  flagged: entry.flagged,
  clientTime: entry.givenAt,
  hash: entry.hash,
});

interface Draft {
  change: Change;
  since: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * From the candidate's hand to the server: waits for a pause, seals the change into the hash chain, keeps it in the
 * local log, sends it until the server says it is stored, and only then forgets it.
 */
export class AnswerQueue {
  readonly pending: LogEntry[] = [];
  sending = false;
  localFailed = false;

  private readonly drafts = new Map<string, Draft>();
  private composing = false;
  private sealing: Promise<void> = Promise.resolve();
  private body: string | undefined;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private halted = false;

  /** @param head last entry the server has, and its hash */
  constructor(
    private readonly parts: QueueParts,
    private readonly listener: QueueListener,
    private head: { seq: number; hash: string },
    restored: readonly LogEntry[] = [],
  ) {
    this.pending.push(...restored);
    const last = restored.at(-1);
    if (last) this.head = { seq: last.seq, hash: last.hash };
  }

  /** The last entry made at this screen. */
  get lastSeq(): number {
    return this.head.seq;
  }

  /** Entries and changes the server does not have yet. */
  get unsent(): number {
    return this.pending.length + this.drafts.size;
  }

  choose(itemId: string, choices: string[]): void {
    this.draft(`a:${itemId}`, { itemId, answer: { choices, text: '' } }, CHOICE_DELAY_MS);
  }

  write(itemId: string, text: string): void {
    const change = { itemId, answer: { choices: [], text: wellFormed(text) } };
    this.draft(`a:${itemId}`, change, TEXT_DELAY_MS, TEXT_AT_LEAST_EVERY_MS);
  }

  flag(itemId: string, flagged: boolean): void {
    this.draft(`f:${itemId}`, { itemId, flagged }, CHOICE_DELAY_MS);
  }

  /** While an input method composes, nothing is sealed: what stands in the field is no text yet. */
  setComposing(composing: boolean): void {
    this.composing = composing;
    if (!composing) this.drafts.forEach((_, key) => this.schedule(key, TEXT_DELAY_MS));
  }

  /** Seals every change now; resolves when all stand in the local log. */
  async flush(): Promise<void> {
    for (const key of [...this.drafts.keys()]) this.seal(key);
    await this.sealing;
  }

  /** Tries again at once, for example because the network is back. */
  wake(): void {
    if (!this.retry && this.sending) return;
    clearTimeout(this.retry);
    this.retry = undefined;
    void this.pump();
  }

  /** Tries to keep at this machine what could not be kept before. */
  async retryLocal(): Promise<void> {
    if (!this.localFailed) return;
    try {
      for (const entry of this.pending) await this.parts.local.put(entry);
      this.localFailed = false;
      this.listener.changed();
    } catch {
      // The next heartbeat tries again.
    }
  }

  /** Sends nothing any more; what is pending stays in the local log. */
  halt(): void {
    this.halted = true;
    clearTimeout(this.retry);
    this.retry = undefined;
  }

  private draft(key: string, change: Change, delay: number, atLeastEvery = Infinity): void {
    const known = this.drafts.get(key);
    const since = known?.since ?? this.parts.now();
    this.drafts.set(key, { change, since, timer: known?.timer });
    const left = since + atLeastEvery - this.parts.now();
    this.schedule(key, Math.max(0, Math.min(delay, left)));
    this.listener.changed();
  }

  private schedule(key: string, delay: number): void {
    const draft = this.drafts.get(key);
    if (!draft) return;
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => {
      if (!this.composing) this.seal(key);
    }, delay);
  }

  private seal(key: string): void {
    const draft = this.drafts.get(key);
    if (!draft) return;
    clearTimeout(draft.timer);
    this.drafts.delete(key);
    const givenAt = Math.round(this.parts.now());
    // One after the other: each hash needs the one before.
    this.sealing = this.sealing.then(() => this.append(draft.change, givenAt));
  }

  private async append(change: Change, givenAt: number): Promise<void> {
    const open = { ...change, seq: this.head.seq + 1, givenAt };
    const entry: LogEntry = { ...open, hash: await nextHash(this.head.hash, open) };
    this.head = { seq: entry.seq, hash: entry.hash };
    try {
      await this.parts.local.put(entry);
      this.localFailed = false;
    } catch {
      // It is still sent; the screen says that this machine keeps nothing.
      this.localFailed = true;
    }
    this.pending.push(entry);
    this.listener.changed();
    void this.pump();
  }

  private async pump(): Promise<void> {
    if (this.sending || this.halted || this.retry || this.pending.length === 0) return;
    this.sending = true;
    this.listener.changed();
    // Kept until it is answered, so that a repetition is the same to the last byte.
    this.body ??= this.bodyOf(this.pending.slice(0, LARGEST_BATCH));
    try {
      await this.acknowledge(await this.parts.send(this.body));
      this.sending = false;
      this.listener.changed();
      void this.pump();
    } catch (error) {
      this.sending = false;
      this.failed(ProblemError.from(error));
    }
  }

  private async acknowledge(news: NewsView): Promise<void> {
    if (!this.isOurs(news)) throw writtenElsewhere();
    this.failures = 0;
    this.body = undefined;
    const open = this.pending.findIndex((entry) => entry.seq > news.acknowledgedUpTo);
    this.pending.splice(0, open < 0 ? this.pending.length : open);
    this.listener.acknowledged(news);
    // Only now, after the acknowledgement, may the local copy go; keeping it longer does no harm.
    await this.parts.local.dropUpTo(news.acknowledgedUpTo).catch(() => undefined);
  }

  /** An acknowledgement counts for the very entries made here, and not for another machine's under the same numbers. */
  private isOurs(news: NewsView): boolean {
    const last = this.pending.find((entry) => entry.seq === news.acknowledgedUpTo);
    return news.acknowledgedUpTo <= this.head.seq && (!last || last.hash === news.hash);
  }

  private failed(problem: ProblemError): void {
    const paused = kindOf(problem) === 'paused';
    if (!isPassing(problem) && !paused) {
      this.halt();
      this.listener.changed();
      this.listener.refused(problem);
      return;
    }
    this.failures += 1;
    const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1));
    const delay = longest * (0.5 + 0.5 * (this.parts.random ?? Math.random)());
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.pump();
    }, delay);
    this.listener.changed();
  }

  private bodyOf(entries: LogEntry[]): string {
    return JSON.stringify({
      entries: entries.map(sent),
      newsAfter: this.parts.newsAfter(),
    });
  }
}

function writtenElsewhere(): ProblemError {
  return new ProblemError({
    type: 'delivery/opened-elsewhere',
    title: '考试已在另一处打开',
    detail:
      '服务器上的作答来自另一台机器，这里没有上传的仍保存在本机。请举手，由监考员确认后重新进入。',
    status: 409,
  });
}
