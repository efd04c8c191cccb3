import { shallowRef } from 'vue';
import { ProblemError } from '@tanshi/api-client';
import { type Door, examApi, isPassing, kindOf } from './api';
import { machineLabel, machineSecret } from './machine';
import type { createState } from './state';
import type { EntryView } from './types';

const ASK_EVERY_MS = 3_000;

type Credentials = Pick<Door, 'ticketNumber' | 'documentNumber' | 'roomCode'>;

/**
 * The door of the exam. Where a person has to let the candidate go on at this machine, it waits there and asks again and
 * again; what was typed is kept in memory alone.
 */
export function createDoor(
  state: ReturnType<typeof createState>,
  letIn: (entry: EntryView) => Promise<void>,
) {
  /** Why the invigilator has not let in. */
  const refused = shallowRef<ProblemError>();
  let waiting: Credentials | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = (who: Credentials, anew: boolean) =>
    examApi.enter({ ...who, machine: machineSecret(), machineLabel: machineLabel(), anew });

  /** @throws ProblemError that is for the entry page */
  async function knock(who: Credentials) {
    try {
      await letIn(await ask(who, true));
    } catch (error) {
      const problem = ProblemError.from(error);
      if (kindOf(problem) !== 'release-needed') throw problem;
      refused.value = undefined;
      waiting = who;
      state.stage.value = 'release';
      timer = setTimeout(() => void askOn(false), ASK_EVERY_MS);
    }
  }

  async function askOn(anew: boolean) {
    const who = waiting;
    if (!who) return;
    try {
      const entry = await ask(who, anew);
      if (waiting !== who) return;
      leave();
      await letIn(entry);
      return;
    } catch (error) {
      const problem = ProblemError.from(error);
      if (waiting !== who) return;
      const goesOn = isPassing(problem) || kindOf(problem) === 'release-needed';
      refused.value = goesOn ? undefined : problem;
      if (!goesOn) return;
    }
    timer = setTimeout(() => void askOn(false), ASK_EVERY_MS);
  }

  function leave() {
    clearTimeout(timer);
    waiting = undefined;
    refused.value = undefined;
  }

  return { knock, leave, refused, askAgain: () => askOn(true) };
}
