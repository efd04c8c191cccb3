import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, ProblemError } from '@tanshi/api-client';
import { useRechecks } from './rechecks';
import { sendFile } from './send-file';
import type { BatchRow, DocumentKind } from './words';

export interface RowActs {
  busyRow: Ref<string | null>;
  problem: ShallowRef<ProblemError | null>;
  putFile(row: BatchRow, kind: DocumentKind, file: File): Promise<boolean>;
  remove(row: BatchRow): Promise<boolean>;
  /** Without a reason an earlier request is taken back. */
  askRuling(row: BatchRow, reason?: string): Promise<boolean>;
}

/** What is done to one row of a batch; each answer comes after the row was checked again. */
export function useRowActs(batchId: string, changed: () => void): RowActs {
  const rechecks = useRechecks();
  const busyRow = ref<string | null>(null);
  const problem = shallowRef<ProblemError | null>(null);

  async function act(row: BatchRow, change: () => Promise<unknown>): Promise<boolean> {
    busyRow.value = row.id;
    problem.value = null;
    try {
      await rechecks.track(change);
      return true;
    } catch (error) {
      problem.value = ProblemError.from(error);
      return false;
    } finally {
      busyRow.value = null;
      changed();
    }
  }

  return {
    busyRow,
    problem,
    putFile(row, kind, file) {
      const path = `/api/institution/batches/${batchId}/rows/${row.id}/files/${kind}?version=${row.version}`;
      return act(row, () => sendFile({ method: 'PUT', path, file }));
    },
    remove(row) {
      return act(row, () =>
        api.DELETE('/api/institution/batches/{id}/rows/{row}', {
          params: { path: { id: batchId, row: row.id }, query: { version: row.version } },
        }),
      );
    },
    askRuling(row, reason) {
      return act(row, () =>
        api.POST('/api/institution/batches/{id}/rows/{row}/ruling-request', {
          params: { path: { id: batchId, row: row.id } },
          body: { version: row.version, ...(reason ? { reason } : {}) },
        }),
      );
    },
  };
}
