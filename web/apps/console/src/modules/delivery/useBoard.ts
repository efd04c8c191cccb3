import { computed, onUnmounted, ref, shallowRef } from 'vue';
import { api, ProblemError } from '@tanshi/api-client';
import type { Board } from './board';

// The server tells every three seconds; when it has been silent that long, the screen asks itself.
const POLL_MS = 5_000;
const LISTEN_AGAIN_MS = 30_000;
const STALE_AFTER_MS = 10_000;

/** The board of one sitting: heard from the server, or asked for when nothing is heard; keeps the last one when both fail. */
export function useBoard(id: string) {
  const board = shallowRef<Board>();
  const problem = shallowRef<ProblemError>();
  const age = ref(0);
  const live = ref(false);
  let receivedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;
  let listenAgain: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function take(next: Board) {
    board.value = next;
    problem.value = undefined;
    receivedAt = performance.now();
    age.value = 0;
  }

  function askLater() {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void poll(), POLL_MS);
  }

  async function poll() {
    clearTimeout(timer);
    live.value = false;
    try {
      const { data } = await api.GET('/api/invigilator/sittings/{id}/board', {
        params: { path: { id } },
      });
      if (data) take(data);
    } catch (error) {
      problem.value = ProblemError.from(error);
    }
    askLater();
  }

  function listen() {
    source = new EventSource(`/api/invigilator/sittings/${id}/board/news`);
    source.addEventListener('board', (event) => {
      take(JSON.parse((event as MessageEvent<string>).data) as Board);
      live.value = true;
      askLater();
    });
    source.onerror = () => {
      // The browser connects anew by itself, unless it was refused.
      if (source?.readyState === EventSource.CLOSED && !stopped)
        listenAgain = setTimeout(listen, LISTEN_AGAIN_MS);
    };
  }

  const clock = setInterval(() => {
    age.value = performance.now() - receivedAt;
  }, 1_000);
  onUnmounted(() => {
    stopped = true;
    source?.close();
    clearTimeout(timer);
    clearTimeout(listenAgain);
    clearInterval(clock);
  });
  void poll();
  listen();

  return {
    board,
    problem,
    poll,
    /** Whether the server tells by itself. */
    live,
    /** Server time now: the last answer's, counted on. */
    now: computed(() => (board.value ? Date.parse(board.value.now) + age.value : 0)),
    age,
    stale: computed(() => age.value > STALE_AFTER_MS),
  };
}
