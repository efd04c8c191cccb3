import { ref, shallowRef } from 'vue';
import { api, dataOf, type Schemas } from '@tanshi/api-client';

export type Bulk = Schemas['BulkView'];

/** The rows chosen in the queue, and the set that is approved together; both outlive the look at a sample. */
export const selected = ref<string[]>([]);
export const bulk = shallowRef<Bulk | null>(null);

export async function drawSample() {
  bulk.value = await dataOf(
    api.POST('/api/review/bulk', { body: { applications: selected.value } }),
  );
}

export async function refreshBulk() {
  if (!bulk.value) return;
  bulk.value = await dataOf(
    api.GET('/api/review/bulk/{id}', { params: { path: { id: bulk.value.id } } }),
  );
}

/** The page of the next application of the sample that is still to be looked at; null when there is none. */
export async function nextOfSample(): Promise<string | null> {
  await refreshBulk();
  const next = bulk.value?.sample.find((item) => item.state === 'REMAINING');
  return next && bulk.value ? `/review/${next.id}?bulk=${bulk.value.id}` : null;
}

export function forgetBulk() {
  bulk.value = null;
  selected.value = [];
}
