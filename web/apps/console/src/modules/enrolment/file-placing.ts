import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, ProblemError, type Schemas } from '@tanshi/api-client';
import { useRechecks } from './rechecks';
import type { BatchRow, LooseFile } from './words';

type Kind = Schemas['DocumentCell']['kind'];

/** A file on its way: out of the tray, or from one place of the matrix to another. */
export type Carried =
  { from: 'tray'; file: LooseFile } | { from: 'row'; row: BatchRow; kind: Kind; label: string };

/** Where a file may go; absent while nobody is chosen. */
export interface Place {
  row: BatchRow;
  kind: Kind;
}

/** What is being dragged. Kept here and not in the drag itself, which other windows can read. */
export const dragged: ShallowRef<Carried | null> = shallowRef(null);

export function pictureOf(batchId: string, carried: Carried, small: boolean): string {
  const size = small ? '?small=true' : '';
  if (carried.from === 'tray') {
    return `/api/institution/batches/${batchId}/loose-files/${carried.file.id}${size}`;
  }
  const version = `${small ? '&' : '?'}v=${carried.row.version}`;
  return `/api/institution/batches/${batchId}/rows/${carried.row.id}/files/${carried.kind}${size}${version}`;
}

export interface FilePlacing {
  busy: Ref<boolean>;
  problem: ShallowRef<ProblemError | null>;
  /** True when it was done. */
  put(carried: Carried, to: Place): Promise<boolean>;
  takeOut(carried: Carried): Promise<boolean>;
}

/** Puts files where they belong; the rows are checked by the server before it answers. */
export function useFilePlacing(batchId: string, changed: () => void): FilePlacing {
  const rechecks = useRechecks();
  const busy = ref(false);
  const problem = shallowRef<ProblemError | null>(null);

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    problem.value = null;
    try {
      await rechecks.track(work);
      return true;
    } catch (error) {
      problem.value = ProblemError.from(error);
      return false;
    } finally {
      busy.value = false;
      changed();
    }
  }

  function put(carried: Carried, to: Place) {
    const place = { row: to.row.id, version: to.row.version, kind: to.kind };
    return run(() =>
      carried.from === 'tray'
        ? api.POST('/api/institution/batches/{id}/loose-files/{file}/assignment', {
            params: { path: { id: batchId, file: carried.file.id } },
            body: place,
          })
        : api.POST('/api/institution/batches/{id}/file-moves', {
            params: { path: { id: batchId } },
            body: {
              from: { row: carried.row.id, version: carried.row.version, kind: carried.kind },
              to: place,
            },
          }),
    );
  }

  function takeOut(carried: Carried) {
    if (carried.from === 'tray') return Promise.resolve(false);
    return run(() =>
      api.POST('/api/institution/batches/{id}/loose-files', {
        params: { path: { id: batchId } },
        body: { row: carried.row.id, version: carried.row.version, kind: carried.kind },
      }),
    );
  }
  return { busy, problem, put, takeOut };
}
