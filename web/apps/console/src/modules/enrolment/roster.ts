import { computed, ref, shallowRef } from 'vue';
import { api, dataOf, type Schemas } from '@tanshi/api-client';
import { useAct, type Resource } from '@tanshi/ui';

type Entry = Schemas['RosterEntry'];

/** By a part of the name, or by the last characters of the document number. */
export function matches(entry: Pick<Entry, 'name' | 'maskedNumber'>, typed: string): boolean {
  const wanted = typed.trim().toUpperCase();
  return wanted === '' || entry.name.includes(wanted) || entry.maskedNumber.endsWith(wanted);
}

/** Handing several returned applications in again. */
export function useResubmission(roster: Resource<Schemas['RosterView']>) {
  const chosen = ref<string[]>([]);
  const { busy, problem, run } = useAct();
  const outcomes = shallowRef<Schemas['ResubmissionOutcome'][] | null>(null);
  const ready = computed(() =>
    (roster.data.value?.entries ?? []).filter(
      (entry) => chosen.value.includes(entry.id) && entry.state === 'RETURNED',
    ),
  );

  async function resubmit() {
    await run(async () => {
      const applications = ready.value.map(({ id, version }) => ({ id, version }));
      outcomes.value = await dataOf(
        api.POST('/api/institution/applications/resubmissions', { body: { applications } }),
      );
      chosen.value = [];
      await roster.load();
    });
  }
  return { chosen, ready, busy, problem, outcomes, resubmit };
}
