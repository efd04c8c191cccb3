import { onBeforeUnmount, onMounted } from 'vue';
import { api, dataOf, type Schemas } from '@tanshi/api-client';

const LOOK_MS = 5_000;

/** Whether what the server says of the newest upload differs from what the page shows. */
export function isNews(
  shown: Schemas['UploadView'] | undefined,
  now: Pick<Schemas['CheckProgress'], 'upload' | 'state'>,
): boolean {
  return (
    (now.upload ?? undefined) !== shown?.id || (shown !== undefined && now.state !== shown.state)
  );
}

/** A colleague, or another window, may upload to the batch: the page looks, while somebody looks at the page. */
export function watchForChecks(
  batchId: string,
  shown: () => Schemas['UploadView'] | undefined,
  reload: () => Promise<unknown>,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look() {
    if (document.visibilityState === 'visible') {
      try {
        const now = await dataOf(
          api.GET('/api/institution/batches/{id}/progress', {
            params: { path: { id: batchId }, query: { after: 2_147_483_647 } },
          }),
        );
        if (isNews(shown(), now)) await reload();
      } catch {
        // The next look tells more; what is on the screen stays.
      }
    }
    timer = setTimeout(() => void look(), LOOK_MS);
  }
  onMounted(() => (timer = setTimeout(() => void look(), LOOK_MS)));
  onBeforeUnmount(() => clearTimeout(timer));
}
