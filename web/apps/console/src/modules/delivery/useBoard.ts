import { computed, onUnmounted, ref, shallowRef } from 'vue';
import { api, ProblemError } from '@tanshi/api-client';
import type { Board } from './board';

const POLL_MS = 5_000;
const STALE_AFTER_MS = 10_000;

/** The board of one sitting, read anew every five seconds; keeps the last one when a poll fails. */
export function useBoard(id: string) {
  const board = shallowRef<Board>();
  const problem = shallowRef<ProblemError>();
  const age = ref(0);
  let receivedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function poll() {
    clearTimeout(timer);
    try {
      const { data } = await api.GET('/api/invigilator/sittings/{id}/board', {
        params: { path: { id } },
      });
      if (data) {
        board.value = data;
        problem.value = undefined;
        receivedAt = performance.now();
      }
    } catch (error) {
      problem.value = ProblemError.from(error);
    }
    if (!stopped) timer = setTimeout(() => void poll(), POLL_MS);
  }

  const clock = setInterval(() => {
    age.value = performance.now() - receivedAt;
  }, 1_000);
  onUnmounted(() => {
    stopped = true;
    clearTimeout(timer);
    clearInterval(clock);
  });
  void poll();

  return {
    board,
    problem,
    poll,
    /** Server time now: the last answer's, counted on. */
    now: computed(() => (board.value ? Date.parse(board.value.now) + age.value : 0)),
    age,
    stale: computed(() => age.value > STALE_AFTER_MS),
  };
}
