import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { api } from '@tanshi/api-client';
import { formatShort, useResource, useSession } from '@tanshi/ui';

/** Which sitting the page is about: the one in the address, else the next one by the business date. */
export function useSittingChoice() {
  const route = useRoute();
  const router = useRouter();
  const { session } = useSession();
  const { data, problem, load } = useResource(() => api.GET('/api/sittings'));
  void load();

  const sittings = computed(() =>
    [...(data.value ?? [])].sort((a, b) => a.examDate.localeCompare(b.examDate)),
  );
  const sitting = computed(() => {
    const today = session.value?.businessDate ?? '';
    return (
      sittings.value.find((entry) => entry.code === route.query.sitting) ??
      sittings.value.find((entry) => entry.examDate >= today) ??
      sittings.value.at(-1)
    );
  });
  const options = computed(() =>
    sittings.value.map((entry) => ({
      value: entry.code,
      label: `${entry.name}（${formatShort(entry.examDate)}）`,
    })),
  );
  const code = computed({
    get: () => sitting.value?.code ?? '',
    set: (value: string) => void router.replace({ query: { ...route.query, sitting: value } }),
  });
  return { sitting, options, code, problem, load };
}
