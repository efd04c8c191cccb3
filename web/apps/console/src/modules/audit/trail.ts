/** What the address of the page says, and what the server is asked for. */
export interface TrailQuery {
  action?: string;
  actor?: string;
  subject?: string;
  /** First and last day, by the business zone; both whole. */
  from?: string;
  to?: string;
  /** From 0. */
  page: number;
}

export const PAGE_SIZE = 50;

type Raw = Record<string, unknown>;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

/** A day that exists; the server refuses anything else. */
const day = (value: unknown): string | undefined => {
  const written = text(value);
  return written && /^\d{4}-\d{2}-\d{2}$/.test(written) && isDay(written) ? written : undefined;
};
const isDay = (date: string) => {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
};

/** What a filter is cleared to. */
export const UNFILTERED = {
  action: undefined,
  actor: undefined,
  subject: undefined,
  from: undefined,
  to: undefined,
};

export const isFiltered = (trail: TrailQuery): boolean =>
  Boolean(trail.action || trail.actor || trail.subject || trail.from || trail.to);

/** People count pages from 1, the server from 0. */
export function readTrail(query: Raw): TrailQuery {
  const page = Number(text(query.page));
  return {
    action: text(query.action),
    actor: text(query.actor),
    subject: text(query.subject),
    from: day(query.from),
    to: day(query.to),
    page: Number.isInteger(page) && page > 1 ? page - 1 : 0,
  };
}

export function writeTrail(trail: TrailQuery): Record<string, string> {
  const { action, actor, subject, from, to, page } = trail;
  const entries = Object.entries({
    action,
    actor,
    subject,
    from,
    to,
    page: page > 0 ? `${page + 1}` : undefined,
  });
  return Object.fromEntries(entries.filter((e): e is [string, string] => Boolean(e[1])));
}

export function span(page: number, shown: number, total: number): string {
  if (total === 0) return '共 0 条';
  const first = page * PAGE_SIZE + 1;
  return `第 ${first}–${first + shown - 1} 条，共 ${total} 条`;
}
