import { ref, shallowRef } from 'vue';
import { ProblemError } from '@tanshi/api-client';
import { kindOf } from '../api';
import { lockApi, type LockView } from './api';
import { goTo, isLockedBrowser, numberOf, shownKeys, takeOwnNumber } from './seb';

const CHECK_MS = 30_000;
const ASK_AGAIN_MS = 5_000;

export interface LockHooks {
  /** Asks the server; notices when it falls silent. @throws ProblemError */
  ask<T>(request: (token: string) => Promise<T>): Promise<T>;
  /** True when the refusal ends the work at this screen. */
  ends(problem: ProblemError): boolean;
  /** The lock has closed in the middle of the work. */
  held(): void;
  /** The lock is open: go on, or begin. */
  open(): void;
}

/** The lock of the machine: shows the proof on entry, looks again during the exam, waits where a person decides. */
export function createLock(hooks: LockHooks) {
  const view = shallowRef<LockView>();
  const problem = shallowRef<ProblemError>();
  const busy = ref(false);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let checking: ReturnType<typeof setTimeout> | undefined;
  let page = '';

  /** True when the paper may be fetched; otherwise the screen of the lock shows why not. */
  async function pass(): Promise<boolean> {
    view.value = await hooks.ask((token) => lockApi.lock(token));
    const { level, state } = view.value;
    if (level === 'PLAIN' || state === 'EXEMPT') return true;
    if (state === 'HELD' || !isLockedBrowser()) {
      waitForPeople();
      return false;
    }
    return prove();
  }

  /** Every page that is loaded proves itself, at an address of its own. */
  async function prove(): Promise<boolean> {
    const number = takeOwnNumber();
    if (!number) return goThere();
    const keys = await shownKeys();
    page = keys.page;
    try {
      view.value = await hooks.ask((token) => lockApi.prove(token, number, keys));
      problem.value = undefined;
      plan(view.value.checkNumber);
      return view.value.free;
    } catch (error) {
      const refusal = error as ProblemError;
      if (!hooks.ends(refusal)) refuse(refusal);
      return false;
    }
  }

  async function goThere(): Promise<false> {
    const { url } = await hooks.ask((token) => lockApi.link(token));
    try {
      goTo(url);
    } catch (error) {
      refuse(ProblemError.from(error));
    }
    return false;
  }

  function refuse(refusal: ProblemError) {
    if (refusal.status >= 400 && refusal.status < 500) problem.value = refusal;
    waitForPeople();
  }

  /** Asks by itself whether an invigilator has decided. */
  function waitForPeople() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      hooks
        .ask((token) => lockApi.lock(token))
        .then(decided)
        .catch((error) => {
          if (!hooks.ends(error as ProblemError)) waitForPeople();
        });
    }, ASK_AGAIN_MS);
  }

  function decided(next: LockView) {
    const before = view.value?.state;
    view.value = next;
    const released = before === 'HELD' && next.state !== 'HELD';
    if (next.level === 'PLAIN' || next.state === 'EXEMPT') hooks.open();
    else if (released && next.free && page) {
      plan(next.checkNumber);
      hooks.open();
    } else if (released && isLockedBrowser()) void again();
    else waitForPeople();
  }

  /** By the button of the screen, or after a release: a fresh link. */
  async function again() {
    busy.value = true;
    problem.value = undefined;
    try {
      await goThere();
    } catch (error) {
      if (!hooks.ends(error as ProblemError)) refuse(ProblemError.from(error));
    }
    busy.value = false;
  }

  function plan(number: string | undefined) {
    clearTimeout(checking);
    if (number) checking = setTimeout(() => void check(number), CHECK_MS);
  }

  /**
   * A build that renews its keys on demand shows them for a new address, the others once more for that of the entry;
   * keys in headers are bound to the number in any case.
   */
  async function check(number: string) {
    try {
      if (window.SafeExamBrowser?.security?.updateKeys) renew(number);
      const keys = await shownKeys(page);
      const next = await hooks.ask((token) => lockApi.check(token, number, keys));
      view.value = next;
      if (next.state === 'HELD') hold();
      else plan(next.checkNumber);
    } catch (error) {
      if (!hooks.ends(error as ProblemError)) plan(number);
    }
  }

  function renew(number: string) {
    const fresh = new URL(page);
    fresh.searchParams.set('n', number);
    if (numberOf(page) !== number) history.replaceState(null, '', fresh);
  }

  function hold() {
    waitForPeople();
    hooks.held();
  }

  /** A refusal of the lock, met by any other request. */
  function meets(refusal: ProblemError): boolean {
    const kind = kindOf(refusal);
    if (kind !== 'lockdown-held' && kind !== 'lockdown-required') return false;
    if (view.value && kind === 'lockdown-held') view.value = { ...view.value, state: 'HELD' };
    hold();
    return true;
  }

  async function refresh() {
    view.value = await hooks.ask((token) => lockApi.lock(token)).catch(() => view.value);
  }

  return { view, problem, busy, pass, again, meets, refresh };
}
