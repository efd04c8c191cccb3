import { reactive } from 'vue';

export interface Notice {
  id: number;
  text: string;
  tone: 'info' | 'warn' | 'bad';
}

const STAYS_MS = { info: 10_000, warn: 10_000, bad: 60_000 } as const;

/** News beside the work: they take no focus and go by themselves. */
export function createNotices() {
  const list = reactive<Notice[]>([]);
  let next = 1;

  function dismiss(id: number) {
    const at = list.findIndex((notice) => notice.id === id);
    if (at >= 0) list.splice(at, 1);
  }

  function say(text: string, tone: Notice['tone'] = 'info', stays: number = STAYS_MS[tone]) {
    const id = next;
    next += 1;
    list.push({ id, text, tone });
    if (Number.isFinite(stays)) setTimeout(() => dismiss(id), stays);
  }
  return { list, say, dismiss };
}
