import { ref, shallowRef } from 'vue';
import { ProblemError } from '@tanshi/api-client';

/** One act at a time: busy while it runs, its refusal kept until the next. */
export function useAct() {
  const busy = ref(false);
  const problem = shallowRef<ProblemError | null>(null);

  /** The answer is whether the act was heard. */
  async function run(act: () => Promise<void>): Promise<boolean> {
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
