import type { ProblemError } from '@tanshi/api-client';
import { examApi } from './api';
import type { createLink } from './link';
import { following, type LogEntry } from './log/chain';
import { AnswerQueue } from './log/queue';
import { type LocalLog, NO_LOCAL_LOG, openLocalLog } from './log/store';
import { type Given, NOTHING } from './paper';
import type { KeptSession } from './session';
import type { createState } from './state';
import type { ExamClock } from './time/clock';
import type { StateView } from './types';

const MOST_REFUSALS = 3;

/** The candidate's answers at this screen: what is shown, what is kept here, what the server has. */
export function createDesk(
  state: ReturnType<typeof createState>,
  clock: ExamClock,
  link: ReturnType<typeof createLink>,
  onRefused: (problem: ProblemError) => void,
) {
  const { answers } = state;
  const refused = new Set<string>();
  let refusalsInARow = 0;
  let queue: AnswerQueue | undefined;
  let log: LocalLog = NO_LOCAL_LOG;

  async function openLog(session: KeptSession): Promise<LogEntry[]> {
    try {
      log = await openLocalLog(session.attemptId, session.tag);
      return await log.all();
    } catch {
      log = NO_LOCAL_LOG;
      return [];
    }
  }

  /** Everything of this attempt at this machine that the server is not known to have. */
  async function unsentEntries(): Promise<LogEntry[]> {
    const kept = await log.all().catch(() => []);
    const known = new Set(kept.map(({ hash }) => hash));
    return [...kept, ...(queue?.pending ?? []).filter(({ hash }) => !known.has(hash))];
  }

  /** Puts the local log on top of the server's answers. Entries that do not fit stay in the local log. */
  async function restore(saved: StateView, session: KeptSession) {
    queue?.halt();
    const local = (await openLog(session)).filter((entry) => !refused.has(entry.hash));
    const head = { seq: saved.news.acknowledgedUpTo, hash: saved.news.hash };
    const { chain, leftOver } = await following(head, local);
    state.stranded.value = leftOver.length + refused.size;
    state.strandedItems.value = [...new Set(leftOver.map(({ itemId }) => itemId))];
    answers.restore(saved.answers, chain);
    if (head.seq > 0) state.savedAt.value = saved.news.now;
    queue = queueFrom(head, chain);
    queue.localFailed = log === NO_LOCAL_LOG;
    update();
    queue.wake();
  }

  function queueFrom(head: { seq: number; hash: string }, chain: LogEntry[]): AnswerQueue {
    const parts = {
      local: log,
      send: (body: string) =>
        link.ask(
          (token) => examApi.save(token, body),
          (answer) => answer,
        ),
      now: () => clock.now(),
      newsAfter: () => state.session.value?.heardUpTo ?? 0,
    };
    const listener = {
      changed: update,
      acknowledged: (news: { now: string }) => {
        refusalsInARow = 0;
        state.savedAt.value = news.now;
        update();
      },
      refused: onRefused,
    };
    return new AnswerQueue(parts, listener, head, chain);
  }

  function update() {
    state.unsent.value = queue?.unsent ?? 0;
    state.localFailed.value = queue?.localFailed ?? false;
    if (state.unsent.value === 0) state.backlog.value = 0;
  }

  /**
   * After the server refused one entry: starts again from the server's log and gives everything else on the screen once
   * more. The refused entry stays in the local log. False when this has failed too often: then only people can help.
   */
  async function workAround(reload: () => Promise<void>): Promise<boolean> {
    refusalsInARow += 1;
    const bad = queue?.pending[0];
    if (bad) refused.add(bad.hash);
    if (refusalsInARow > MOST_REFUSALS) {
      state.stranded.value += queue?.pending.length ?? 0;
      return false;
    }
    const shown = new Map(state.items.value.map(({ id }) => [id, answers.of(id)]));
    await reload();
    shown.forEach((given, itemId) => {
      if (itemId !== bad?.itemId) giveAgain(itemId, given);
    });
    return true;
  }

  function giveAgain(itemId: string, shown: Given) {
    const stored = answers.of(itemId);
    if (shown.text !== stored.text) write(itemId, shown.text);
    else if (shown.choices.join() !== stored.choices.join()) choose(itemId, shown.choices);
    if (shown.flagged !== stored.flagged) flag(itemId, shown.flagged);
  }

  function choose(itemId: string, choices: readonly string[]) {
    answers.set(itemId, { choices: [...choices] });
    queue?.choose(itemId, [...choices]);
  }

  function write(itemId: string, text: string) {
    answers.set(itemId, { text });
    queue?.write(itemId, text);
  }

  function flag(itemId: string, flagged: boolean) {
    answers.set(itemId, { flagged });
    queue?.flag(itemId, flagged);
  }

  /** Ends the work here. What the server has not got stays in the local log. */
  function close() {
    queue?.halt();
    state.leftBehind.value = queue?.pending.length ?? 0;
    if (state.leftBehind.value + state.stranded.value === 0)
      void log.clear().catch(() => undefined);
  }

  return {
    restore,
    workAround,
    choose,
    write,
    flag,
    clear: (itemId: string, isText: boolean) =>
      isText ? write(itemId, NOTHING.text) : choose(itemId, NOTHING.choices),
    close,
    halt: () => queue?.halt(),
    unsentEntries,
    flush: async () => queue?.flush(),
    wake: () => {
      void queue?.retryLocal();
      queue?.wake();
    },
    setComposing: (composing: boolean) => queue?.setComposing(composing),
    lastSeq: () => queue?.lastSeq ?? 0,
    unsent: () => queue?.unsent ?? 0,
  };
}
