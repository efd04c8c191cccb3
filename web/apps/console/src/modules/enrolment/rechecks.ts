import { inject, provide, ref, type InjectionKey, type Ref } from 'vue';

/** Rows of the batch that are being checked again; until the last answer is in, no figure of the batch can be trusted. */
export interface Rechecks {
  running: Readonly<Ref<number>>;
  /** Counts as running until the work is done and the batch is loaded anew. */
  track<T>(work: () => Promise<T>): Promise<T>;
}

const KEY: InjectionKey<Rechecks> = Symbol('rechecks');

/**
 * @param reload loads the batch; called after each piece of work, also when whoever began it is off the screen by then
 * @param begins called before each piece of work: what the batch is like afterwards decides nothing of where one stands
 */
export function makeRechecks(
  reload: () => Promise<unknown>,
  begins: () => void = () => undefined,
): Rechecks {
  const running = ref(0);
  return {
    running,
    async track(work) {
      begins();
      running.value += 1;
      try {
        return await work();
      } finally {
        await reload().catch(() => undefined);
        running.value -= 1;
      }
    },
  };
}

export function provideRechecks(reload: () => Promise<unknown>, begins: () => void): Rechecks {
  const rechecks = makeRechecks(reload, begins);
  provide(KEY, rechecks);
  return rechecks;
}

export function useRechecks(): Rechecks {
  const rechecks = inject(KEY);
  if (!rechecks) throw new Error('Rows of a batch are changed only on the page of the batch');
  return rechecks;
}
