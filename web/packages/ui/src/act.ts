import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { ProblemError } from '@tanshi/api-client';

interface Act {
  busy: Ref<boolean>;
  problem: ShallowRef<ProblemError | null>;
  /** The answer is whether the act was done; while another runs it is not begun. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/** What a person does at the press of a button: busy while it runs, its refusal kept until the next. */
export function useAct(): Act {
  const busy = ref(false);
  const problem = shallowRef<ProblemError | null>(null);

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await act();
      return true;
    } catch (error) {
      problem.value = ProblemError.from(error);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, run };
}
