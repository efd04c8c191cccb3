import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { ProblemError } from '@tanshi/api-client';

export interface Resource<T> {
  data: ShallowRef<T | null>;
  problem: ShallowRef<ProblemError | null>;
  /** True only after 300 ms: shorter waits show nothing. */
  loading: Ref<boolean>;
  /** When the shown data were received, for 「截至 10:32」 after a failed reload. */
  loadedAt: Ref<string | null>;
  load(): Promise<void>;
}

const QUIET_MS = 300;

/** Loads one thing for a page: keeps the last known data when a later load fails, and drops stale answers. */
export function useResource<T>(loader: () => Promise<{ data?: T }>): Resource<T> {
  const data = shallowRef<T | null>(null);
  const problem = shallowRef<ProblemError | null>(null);
  const loading = ref(false);
  const loadedAt = ref<string | null>(null);
  let turn = 0;

  async function load() {
    turn += 1;
    const mine = turn;
    const timer = setTimeout(() => (loading.value = mine === turn), QUIET_MS);
    try {
      const answer = await loader();
      if (mine !== turn) return;
      data.value = answer.data ?? null;
      problem.value = null;
      loadedAt.value = new Date().toISOString();
    } catch (error) {
      if (mine === turn) problem.value = ProblemError.from(error);
    } finally {
      clearTimeout(timer);
      if (mine === turn) loading.value = false;
    }
  }
  return { data, problem, loading, loadedAt, load };
}
