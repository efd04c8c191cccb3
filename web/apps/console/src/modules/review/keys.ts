import { onBeforeUnmount, onMounted, ref, watch } from 'vue';

const STORED = 'tanshi:review:keys';

/** Whether single keys act; who types by voice or with trembling hands switches them off. */
export const keysOn = ref(localStorage.getItem(STORED) !== 'off');
watch(keysOn, (on) => localStorage.setItem(STORED, on ? 'on' : 'off'));

/** Whether the overlay with all keys is open. */
export const helpOpen = ref(false);

/** Whether a key press is meant for the page and not for a field or an input method. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (!keysOn.value || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.isComposing || event.keyCode === 229) return false; // 229: some input methods say it only so.
  const target = event.target as HTMLElement | null;
  return !target?.closest(
    'input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]',
  );
}

/** Listens while the page is there; a handler says whether the key was one of its own. */
export function useKeys(handle: (key: string, event: KeyboardEvent) => boolean) {
  function listen(event: KeyboardEvent) {
    if (!isShortcut(event)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const taken = key === '?' ? (helpOpen.value = true) : handle(key, event);
    if (taken) event.preventDefault();
  }
  onMounted(() => window.addEventListener('keydown', listen));
  onBeforeUnmount(() => window.removeEventListener('keydown', listen));
}

export const QUEUE_KEYS = [
  ['J K', '下一行、上一行'],
  ['Enter', '打开这一行'],
  ['N', '领取下一件'],
  ['X', '选择这一行'],
  ['/', '查找'],
  ['U', '撤销刚才的决定（10 秒内）'],
  ['Esc', '取消选择'],
] as const;
export const WORKBENCH_KEYS = [
  ['J K', '下一份、上一份材料'],
  ['[ ]', '左转、右转'],
  ['+ −', '放大、缩小'],
  ['D', '单页、并排'],
  ['1–9', '标出当前材料的退回原因，再按一次取消'],
  ['A', '通过'],
  ['R', '退回所标材料'],
  ['E', '上报同事'],
  ['U', '撤销刚才的决定（10 秒内）'],
  ['G Q', '回到队列'],
] as const;
