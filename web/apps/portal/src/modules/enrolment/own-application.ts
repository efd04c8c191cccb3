import { ref, shallowRef } from 'vue';
import {
  api,
  csrfHeaders,
  networkProblem,
  ProblemError,
  readProblem,
  type Schemas,
} from '@tanshi/api-client';

export type Detail = Schemas['OwnApplicationDetail'];
export type OwnPaper = Schemas['OwnDocument'];

/** Sends a paper as the raw body. */
async function put(path: string, file: Blob): Promise<Detail> {
  const response = await fetch(path, {
    method: 'PUT',
    body: file,
    headers: {
      'Content-Type': 'application/octet-stream',
      Accept: 'application/json, application/problem+json',
      ...csrfHeaders(),
    },
  }).catch(() => {
    throw networkProblem();
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as Detail;
}

/** One application with the acts of its candidate; every act answers with the new stand. */
export function useOwnApplication(id: string) {
  const data = shallowRef<Detail | null>(null);
  const problem = shallowRef<ProblemError | null>(null);
  /** What went wrong with the last act; the page stays as it is. */
  const refusal = shallowRef<ProblemError | null>(null);
  const busy = ref<string | null>(null);
  const params = { path: { id } };

  async function load() {
    try {
      const answer = await api.GET('/api/candidate/applications/{id}', { params });
      data.value = answer.data ?? null;
      problem.value = null;
    } catch (error) {
      problem.value = ProblemError.from(error);
    }
  }

  async function act(what: string, request: () => Promise<Detail | undefined>): Promise<boolean> {
    busy.value = what;
    refusal.value = null;
    try {
      data.value = (await request()) ?? data.value;
      return true;
    } catch (error) {
      refusal.value = ProblemError.from(error);
      return false;
    } finally {
      busy.value = null;
    }
  }

  const confirm = () =>
    act('confirm', async () => {
      const body = { digest: data.value?.digest ?? '' };
      return (await api.POST('/api/candidate/applications/{id}/confirmation', { params, body }))
        .data;
    });
  const report = (subject: string, words: string) =>
    act(subject, async () => {
      const body = { subject, words };
      return (await api.POST('/api/candidate/applications/{id}/reports', { params, body })).data;
    });
  const takeBack = (report: string) =>
    act(report, async () => {
      const path = { id, report };
      return (
        await api.DELETE('/api/candidate/applications/{id}/reports/{report}', { params: { path } })
      ).data;
    });
  const bring = (kind: string, file: Blob) =>
    act(kind, () =>
      put(
        `/api/candidate/applications/${id}/files/${kind}?version=${data.value?.version ?? 0}`,
        file,
      ),
    );
  return { data, problem, refusal, busy, load, confirm, report, takeBack, bring };
}
