import { api, dataOf } from '@tanshi/api-client';
import type { Workbench } from './words';

/** The one application that will most likely be opened next. */
let kept: { id: string; bench: Promise<Workbench> } | null = null;
const FIRST = ['PHOTO', 'ID_FRONT', 'REVIEW_FORM', 'ID_BACK'];

/** Fetches what comes after this one: its data, and the papers that show first. It is not claimed by that. */
export async function prefetchAfter(id: string) {
  try {
    const { data } = await api.GET('/api/review/next', { params: { query: { after: id } } });
    if (!data || kept?.id === data.id) return;
    const path = { id: data.id };
    kept = {
      id: data.id,
      bench: dataOf(api.GET('/api/review/applications/{id}', { params: { path } })),
    };
    const bench = await kept.bench;
    for (const paper of bench.documents) {
      if (paper.present && FIRST.includes(paper.kind) && paper.mediaType?.startsWith('image/')) {
        new Image().src = `/api/review/applications/${data.id}/files/${paper.kind}`;
      }
    }
  } catch {
    kept = null; // Nothing is lost: it is asked for again when it is opened.
  }
}

/** What was fetched early for this application, once. */
export function prefetched(id: string): Promise<Workbench> | null {
  const bench = kept?.id === id ? kept.bench : null;
  if (bench) kept = null;
  return bench;
}
