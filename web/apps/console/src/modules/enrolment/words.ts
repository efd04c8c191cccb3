import type { Schemas } from '@tanshi/api-client';

export type Batch = Schemas['BatchView'];
export type BatchRow = Schemas['BatchRowView'];
export type RowProblem = Schemas['ProblemView'];

/** `1.8 MB` */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** `8 秒`, `0.6 秒` */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value < 10 ? `${value.toFixed(1)} 秒` : `${Math.round(value)} 秒`;
}

/** Where the batch stands in the five steps of the wizard, counted from 1. */
export function stepOf(batch: Batch): number {
  const state = batch.upload?.state;
  if (!state || state === 'REFUSED' || state === 'FAILED' || state === 'AWAITING_FORM') {
    return batch.strip.length === 0 ? 1 : 3;
  }
  if (state !== 'CHECKED') return 2;
  if (batch.counts.blocked > 0 && batch.counts.fresh + batch.counts.updates === 0) {
    return batch.counts.submitted > 0 ? 5 : 3;
  }
  if (batch.counts.blocked > 0) return 3;
  return batch.counts.fresh + batch.counts.updates > 0 ? 4 : 5;
}

export function isChecking(batch: Batch | null): boolean {
  const state = batch?.upload?.state;
  return state === 'WAITING' || state === 'CHECKING';
}

/** `中级 (2)`; the clause relied on is the first that holds. */
export function levelAndClause(row: BatchRow): string {
  const clause = row.clauses[0];
  return clause === undefined ? row.level || '—' : `${row.level} (${clause})`;
}

/** One line for the matrix: what was found and what should be there. */
export function shortWords(problem: RowProblem): string {
  return problem.message.replace(/。$/, '');
}
