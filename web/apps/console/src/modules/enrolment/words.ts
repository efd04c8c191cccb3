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

export type Step = 'upload' | 'match' | 'repair' | 'try' | 'done';

export const STEPS: readonly { value: Step; label: string }[] = [
  { value: 'upload', label: '上传' },
  { value: 'match', label: '匹配' },
  { value: 'repair', label: '修正' },
  { value: 'try', label: '试运行' },
  { value: 'done', label: '提交' },
];

export function isStep(text: unknown): text is Step {
  return STEPS.some((step) => step.value === text);
}

/** The step that is to be done next. */
export function stepOf(batch: Batch): Step {
  if (isChecking(batch)) return 'match';
  if (batch.strip.length === 0) return 'upload';
  const ready = batch.counts.fresh + batch.counts.updates;
  if (batch.counts.blocked > 0) {
    return ready === 0 && batch.counts.submitted > 0 ? 'done' : 'repair';
  }
  return ready > 0 ? 'try' : 'done';
}

/** The steps that can be gone to from any other. */
export function reachableSteps(batch: Batch): Step[] {
  if (isChecking(batch)) return [];
  if (batch.strip.length === 0) return ['upload'];
  const ready = batch.counts.fresh + batch.counts.updates;
  return [
    'upload',
    'match',
    'repair',
    ...(ready > 0 ? (['try'] as const) : []),
    ...(batch.counts.submitted > 0 || batch.counts.skipped > 0 ? (['done'] as const) : []),
  ];
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

export type LooseFile = Schemas['LooseFileView'];
export type DocumentKind = Schemas['DocumentCell']['kind'];

/** The columns of the matrix, with the words of a menu. */
export const KINDS: readonly { value: DocumentKind; label: string; head: string }[] = [
  { value: 'REVIEW_FORM', label: '报名审核表', head: '审核表' },
  { value: 'ID_FRONT', label: '身份证正面', head: '身份证正' },
  { value: 'ID_BACK', label: '身份证反面', head: '身份证反' },
  { value: 'EDUCATION', label: '学历证书', head: '学历' },
  { value: 'PHOTO', label: '蓝底一寸照', head: '蓝底照' },
  { value: 'WORK', label: '工作证明', head: '工作证明' },
  { value: 'OTHER', label: '其他证明', head: '其他' },
];
