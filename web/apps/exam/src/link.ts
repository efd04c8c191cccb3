import { ProblemError } from '@tanshi/api-client';
import { examApi, isPassing, kindOf } from './api';
import { Connection } from './connection';
import type { createNotices } from './notices';
import type { createState } from './state';
import type { ExamClock } from './time/clock';
import type { NewsView } from './types';

/** With its jitter and the way there, a clock moved by a ruling is seen within five seconds. */
const HEARTBEAT_MS = 4_300;

export interface LinkHooks {
  /** The invigilator let the work go on. */
  resumed(): void;
  /** The attempt was handed in or ended, by whomever. */
  over(): void;
  /** This session's work is at an end: fenced off, or its token has expired. */
  ended(problem: ProblemError): void;
  heardUpTo(position: number): void;
}

/** Speaks with the server: keeps clock and news, and notices when it falls silent. */
export function createLink(
  state: ReturnType<typeof createState>,
  clock: ExamClock,
  notices: ReturnType<typeof createNotices>,
  hooks: LinkHooks,
) {
  const connection = new Connection(() => clock.ticks());
  let away = 0;

  function token(): string {
    return state.session.value?.token ?? '';
  }

  /** Asks, and takes the news out of the answer. @throws ProblemError */
  async function ask<T>(
    request: (token: string) => Promise<T>,
    newsOf: (answer: T) => NewsView | undefined = () => undefined,
  ): Promise<T> {
    const sentAt = clock.ticks();
    connection.asked();
    try {
      const answer = await request(token());
      connection.answered();
      const heard = newsOf(answer);
      if (heard) hear(heard, sentAt);
      return answer;
    } catch (error) {
      const problem = ProblemError.from(error);
      // A refusal is contact, too.
      if (isPassing(problem)) connection.failed();
      else connection.answered();
      throw problem;
    }
  }

  function hear(heard: NewsView, sentAt: number) {
    const before = state.news.value;
    clock.sync(heard.now, sentAt);
    state.now.value = clock.now();
    state.news.value = heard;
    announce(heard, before);
    if (heard.state === 'OPEN' && before?.state === 'PAUSED') hooks.resumed();
    if (heard.state === 'SUBMITTED' || heard.state === 'TERMINATED') hooks.over();
  }

  function announce(heard: NewsView, before: NewsView | undefined) {
    if (before && heard.extraMinutes > before.extraMinutes) {
      const more = heard.extraMinutes - before.extraMinutes;
      notices.say(`监考为你补时 ${more} 分钟，剩余时间已更新。`, 'info', 20_000);
    }
    const heardUpTo = state.session.value?.heardUpTo ?? 0;
    for (const message of heard.messages.filter((m) => m.position > heardUpTo)) {
      notices.say(`监考消息：${message.text}`, 'info', 60_000);
      hooks.heardUpTo(message.position);
    }
  }

  /** True when the refusal ends the work at this screen. */
  function ends(problem: ProblemError): boolean {
    const kind = kindOf(problem);
    if (kind !== 'opened-elsewhere' && kind !== 'token-invalid') return false;
    hooks.ended(problem);
    return true;
  }

  async function beat() {
    const body = {
      newsAfter: state.session.value?.heardUpTo ?? 0,
      unsent: state.unsent.value,
      away,
      handRaised: state.handRaised.value,
    };
    await ask(
      (token) => examApi.heartbeat(token, body),
      (answer) => answer,
    ).catch((problem) => ends(problem as ProblemError));
  }

  /** Beats for as long as the page lives; `wanted` says whether there is something to ask for. */
  function keepBeating(wanted: () => boolean) {
    const next = () => {
      const work = wanted() ? beat() : Promise.resolve();
      void work.then(() => setTimeout(next, HEARTBEAT_MS * (0.9 + 0.2 * Math.random())));
    };
    setTimeout(next, HEARTBEAT_MS);
  }

  return {
    ask,
    ends,
    beat,
    keepBeating,
    lostFor: () => connection.lostFor(),
    wentAway: () => {
      away += 1;
    },
  };
}
