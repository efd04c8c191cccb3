/** What the address of the page says, and what the server is asked for. */
export interface TrailQuery {
  action?: string;
  actor?: string;
  subject?: string;
  /** From 0. */
  page: number;
}

export const PAGE_SIZE = 50;

type Raw = Record<string, unknown>;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

/** People count pages from 1, the server from 0. */
export function readTrail(query: Raw): TrailQuery {
  const page = Number(text(query.page));
  return {
    action: text(query.action),
    actor: text(query.actor),
    subject: text(query.subject),
    page: Number.isInteger(page) && page > 1 ? page - 1 : 0,
  };
}

export function writeTrail(trail: TrailQuery): Record<string, string> {
  const { action, actor, subject, page } = trail;
  const entries = Object.entries({
    action,
    actor,
    subject,
    page: page > 0 ? `${page + 1}` : undefined,
  });
  return Object.fromEntries(entries.filter((e): e is [string, string] => Boolean(e[1])));
}

export function span(page: number, shown: number, total: number): string {
  if (total === 0) return '共 0 条';
  const first = page * PAGE_SIZE + 1;
  return `第 ${first}–${first + shown - 1} 条，共 ${total} 条`;
}
