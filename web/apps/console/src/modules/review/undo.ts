import { ref, shallowRef } from 'vue';
import { api, ProblemError } from '@tanshi/api-client';

/** The decision that can still be taken back; it lives over the change of page. */
export interface Undoable {
  /** What was done, in words. */
  words: string;
  /** Seconds in which the server takes it back. */
  seconds: number;
  /** Takes it back; the answer is the page to go to. */
  undo: () => Promise<string>;
  /** Once it can no longer be taken back. */
  expired?: () => void;
}

export const undoable = shallowRef<Undoable | null>(null);
export const left = ref(0);
export const undoProblem = shallowRef<ProblemError | null>(null);
let timer: ReturnType<typeof setInterval> | undefined;

function end() {
  clearInterval(timer);
  undoable.value = null;
}

/** Offers to take it back. An earlier one can no longer be taken back from here, but is not forgotten. */
export function offerUndo(what: Undoable) {
  undoable.value?.expired?.();
  end();
  undoProblem.value = null;
  if (what.seconds === 0) {
    what.expired?.();
    return;
  }
  const began = performance.now();
  undoable.value = what;
  left.value = what.seconds;
  timer = setInterval(() => {
    left.value = Math.ceil(what.seconds - (performance.now() - began) / 1000);
    if (left.value > 0) return;
    what.expired?.();
    end();
  }, 200);
}

/** Takes the last decision back; the answer is where to go, null when it could not be. */
export async function undoLast(): Promise<string | null> {
  const what = undoable.value;
  if (!what) return null;
  end();
  try {
    return await what.undo();
  } catch (error) {
    undoProblem.value = ProblemError.from(error);
    what.expired?.();
    return null;
  }
}

export const undoDecision = (id: string) => async () => {
  await api.DELETE('/api/review/applications/{id}/decision', { params: { path: { id } } });
  return `/review/${id}`;
};
