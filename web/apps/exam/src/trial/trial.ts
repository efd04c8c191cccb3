import { computed, ref, shallowRef } from 'vue';
import { ProblemError } from '@tanshi/api-client';
import { kindOf } from '../api';
import { machineLabel } from '../machine';
import { goTo, isLockedBrowser, shownKeys, takeOwnNumber } from '../lockdown/seb';
import { trialApi, type TrialResult } from './api';
import { CHECKS, type Check, fullScreen, inputOf, lookAround, type Outcome } from './checks';
import { forgetTrial, keepTrial, recallTrial, takeCode } from './kept';

/** A trial of this machine, from the code to the result that the server has kept. */
export function createTrial() {
  const trial = shallowRef(recallTrial());
  const outcomes = ref<Partial<Record<Check, Outcome>>>({});
  const problem = shallowRef<ProblemError>();
  const result = shallowRef<TrialResult>();
  const busy = ref(false);

  const wanted = computed(() =>
    CHECKS.filter((check) => check !== 'SEB' || trial.value?.level === 'SEB'),
  );
  const missing = computed(() => wanted.value.filter((check) => !outcomes.value[check]));

  function put(found: readonly Outcome[]) {
    const next = { ...outcomes.value };
    for (const one of found) next[one.check] = one;
    outcomes.value = next;
  }

  async function working(act: () => Promise<void>) {
    busy.value = true;
    problem.value = undefined;
    try {
      await act();
    } catch (error) {
      problem.value = ProblemError.from(error);
      if (kindOf(problem.value) === 'trial-code-invalid') leave();
    } finally {
      busy.value = false;
    }
  }

  /** By the link of the portal, in the middle of it after a page was loaded anew, or waiting for a code. */
  async function start() {
    const code = takeCode();
    if (code) await enter(code);
    else if (trial.value) await working(goOn);
  }

  const enter = (code: string) =>
    working(async () => {
      const { token, level, startLink } = await trialApi.enter(code);
      trial.value = { token, level, startLink };
      keepTrial(trial.value);
      await goOn();
    });

  async function goOn() {
    const kept = trial.value;
    if (!kept) return;
    if (kept.level === 'SEB' && !(await proveLock(kept.token))) return;
    put(await lookAround());
    if (isLockedBrowser())
      put([{ check: 'FULL_SCREEN', state: 'GOOD', found: '由考试浏览器控制' }]);
  }

  /** False while another page is being loaded for it. */
  async function proveLock(token: string): Promise<boolean> {
    if (!isLockedBrowser()) {
      put([{ check: 'SEB', state: 'BAD', found: '当前是普通浏览器' }]);
      return true;
    }
    const number = takeOwnNumber();
    if (!number) {
      goTo((await trialApi.link(token)).url);
      return false;
    }
    try {
      await trialApi.prove(token, number, await shownKeys());
      put([{ check: 'SEB', state: 'GOOD', found: '校验通过' }]);
    } catch (error) {
      const { title, status } = ProblemError.from(error);
      if (status === 0) throw error;
      put([{ check: 'SEB', state: 'BAD', found: title }]);
    }
    return true;
  }

  function typed(text: string, composed: boolean) {
    const found = inputOf(composed, text);
    if (found) put([found]);
  }

  const finish = () =>
    working(async () => {
      const told = wanted.value.flatMap((check) => outcomes.value[check] ?? []);
      result.value = await trialApi.finish(trial.value?.token ?? '', machineLabel(), told);
      forgetTrial();
    });

  function leave() {
    forgetTrial();
    trial.value = undefined;
    outcomes.value = {};
    result.value = undefined;
  }

  return {
    trial,
    outcomes,
    problem,
    result,
    busy,
    wanted,
    missing,
    start,
    enter,
    typed,
    noInput: () => put([{ check: 'INPUT', state: 'BAD', found: '不能输入中文' }]),
    tryFullScreen: () => working(async () => put([await fullScreen()])),
    again: () => working(goOn),
    finish,
    leave,
  };
}
