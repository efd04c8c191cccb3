import { onMounted, onUnmounted, readonly, ref } from 'vue';
import { api, dataOf } from '@tanshi/api-client';

const EVERY_MS = 30_000;
const unread = ref(0);

/** Asks anew; after a failure the last known number stays, and the next turn tries again. */
export async function refreshUnread(): Promise<void> {
  try {
    unread.value = (await dataOf(api.GET('/api/messages/unread'))).count;
  } catch {
    // A bell is no place for an error; the page itself shows what is wrong.
  }
}

/** The number of unread messages, asked for every 30 seconds while the page can be seen. */
export function useUnread() {
  let timer: ReturnType<typeof setInterval> | undefined;

  function turn() {
    if (document.visibilityState === 'visible') void refreshUnread();
  }

  onMounted(() => {
    turn();
    timer = setInterval(turn, EVERY_MS);
    document.addEventListener('visibilitychange', turn);
  });
  onUnmounted(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', turn);
  });
  return readonly(unread);
}
