import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { ProblemError, api, csrfHeaders, dataOf } from '@tanshi/api-client';
import type { Receipt } from './study';

export type PlayerState =
  'idle' | 'counting' | 'paused' | 'away' | 'full' | 'taken' | 'closed' | 'offline';

export interface PlayerRules {
  heartbeatSeconds: number;
  capSeconds: number;
}

const RETRY_MS = 3000;
const STATES: Record<Receipt['state'], PlayerState> = {
  COUNTING: 'counting',
  PAUSED: 'paused',
  LESSON_FULL: 'full',
  TAKEN_OVER: 'taken',
  CLOSED: 'closed',
};

/**
 * Tells the server that somebody is reading; what that is worth, only the server says. Nothing here adds up credit:
 * every figure on the page is the last receipt.
 */
export function usePlayer(rules: () => PlayerRules, onReceipt: (receipt: Receipt) => void) {
  const state = ref<PlayerState>('idle');
  const receipt = shallowRef<Receipt | null>(null);
  const problem = shallowRef<ProblemError | null>(null);
  const now = ref(performance.now());
  const acknowledgedAt = ref(0);
  const awaySeconds = ref(0);
  let awaySince = 0;
  let speed = 1;
  let beatTimer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const clock = setInterval(() => (now.value = performance.now()), 1000);

  const running = computed(() => state.value === 'counting' || state.value === 'offline');
  /** Real seconds since the last acknowledged report. */
  const unsent = computed(() =>
    running.value ? Math.max(0, Math.floor((now.value - acknowledgedAt.value) / 1000)) : 0,
  );
  /** Of a break in the network, what the server will at most credit later. */
  const recoverable = computed(() => Math.min(unsent.value, rules().capSeconds));

  function take(found: Receipt) {
    receipt.value = found;
    problem.value = null;
    acknowledgedAt.value = performance.now();
    now.value = acknowledgedAt.value;
    state.value = STATES[found.state];
    onReceipt(found);
  }

  function schedule(milliseconds: number) {
    clearTimeout(beatTimer);
    beatTimer = setTimeout(() => void beat(true), milliseconds);
  }

  /** A report is due after the interval, or as soon as the lesson can be full. */
  function next(found: Receipt) {
    clearTimeout(beatTimer);
    if (found.state !== 'COUNTING') return;
    const room = (found.lessonCreditSeconds - found.lessonCountedSeconds) / speed + 0.2;
    schedule(Math.min(rules().heartbeatSeconds, Math.max(0.5, room)) * 1000);
  }

  async function start(code: string, creditPerSecond: number) {
    turn += 1;
    const mine = turn;
    speed = Math.max(1, creditPerSecond);
    clearTimeout(beatTimer);
    awaySeconds.value = 0;
    state.value = 'idle';
    receipt.value = null;
    try {
      const found = await dataOf(
        api.POST('/api/candidate/study/lessons/{code}/windows', { params: { path: { code } } }),
      );
      if (mine !== turn) return;
      take(found);
      next(found);
    } catch (error) {
      if (mine === turn) problem.value = ProblemError.from(error);
    }
  }

  async function beat(playing: boolean) {
    const open = receipt.value?.window;
    if (!open) return;
    const mine = turn;
    clearTimeout(beatTimer);
    try {
      const found = await dataOf(
        api.POST('/api/candidate/study/windows/{id}/beats', {
          params: { path: { id: open } },
          body: { playing },
        }),
      );
      if (mine !== turn) return;
      take(found);
      if (playing) next(found);
    } catch (error) {
      if (mine !== turn) return;
      const failure = ProblemError.from(error);
      if (failure.status !== 0 && failure.status < 500) {
        problem.value = failure;
        state.value = 'paused';
        return;
      }
      if (playing) {
        state.value = 'offline';
        schedule(RETRY_MS);
      }
    }
  }

  async function pause() {
    state.value = 'paused';
    await beat(false);
  }

  async function resume() {
    await beat(true);
  }

  /** The page was hidden or came back: time away is not reported and not counted. */
  async function visible(shown: boolean) {
    if (!shown && running.value) {
      awaySince = performance.now();
      await beat(false);
      if (state.value === 'paused' || running.value) state.value = 'away';
      clearTimeout(beatTimer);
    } else if (shown && state.value === 'away') {
      awaySeconds.value += Math.round((performance.now() - awaySince) / 1000);
      await beat(true);
    }
  }

  /** Reports the last seconds when the page goes; nobody waits for the answer. */
  function leave() {
    const open = receipt.value?.window;
    turn += 1;
    clearTimeout(beatTimer);
    if (!open || !running.value) return;
    state.value = 'idle';
    void fetch(`/api/candidate/study/windows/${open}/beats`, {
      method: 'POST',
      keepalive: true,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', ...csrfHeaders() },
      body: JSON.stringify({ playing: false }),
    }).catch(() => undefined);
  }

  onScopeDispose(() => {
    leave();
    clearInterval(clock);
  });

  return {
    state,
    receipt,
    problem,
    running,
    unsent,
    recoverable,
    awaySeconds,
    start,
    pause,
    resume,
    visible,
    leave,
  };
}

export type Player = ReturnType<typeof usePlayer>;
