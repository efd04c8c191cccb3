import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { api, type Schemas } from '@tanshi/api-client';
import { useResource, useSession, type Resource } from '@tanshi/ui';

export type Sitting = Schemas['SittingView'];

export interface ChosenSitting {
  sittings: Resource<Sitting[]>;
  /** The one in the address, or else the next one that is not over. */
  sitting: ComputedRef<Sitting | undefined>;
  options: ComputedRef<{ value: string; label: string }[]>;
  choose(code: string): void;
  today: ComputedRef<string | undefined>;
}

/** The sitting that the pages of an institution are about; it stands in the address. */
export function useSitting(): ChosenSitting {
  const route = useRoute();
  const router = useRouter();
  const { session } = useSession();
  const sittings = useResource(() => api.GET('/api/sittings'));
  const today = computed(() => session.value?.businessDate);
  const ascending = computed(() =>
    [...(sittings.data.value ?? [])].sort((a, b) => a.examDate.localeCompare(b.examDate)),
  );
  const sitting = computed(() => {
    const wanted = ascending.value.find((entry) => entry.code === route.query.sitting);
    if (wanted) return wanted;
    const coming = ascending.value.find((entry) => entry.examDate >= (today.value ?? ''));
    return coming ?? ascending.value.at(-1);
  });
  const options = computed(() =>
    ascending.value.map((entry) => ({ value: entry.code, label: entry.name })),
  );
  function choose(code: string) {
    void router.replace({ query: { ...route.query, sitting: code } });
  }
  void sittings.load();
  return { sittings, sitting, options, choose, today };
}
