import type { Schemas } from '@tanshi/api-client';

type Row = Schemas['CertificateRow'];

export interface Split {
  /** Wait for the first person. */
  toPropose: string[];
  /** Proposed by a colleague: this person may be the second. */
  toIssue: string[];
  /** Proposed by this person: a colleague has to confirm. */
  waiting: number;
  /** Names of those who have not checked the proof yet: nothing is signed before they do. */
  unchecked: string[];
}

/** What can be done with the chosen rows. */
export function split(rows: readonly Row[], chosen: readonly string[]): Split {
  const all = rows.filter((row) => chosen.includes(row.id));
  const picked = all.filter((row) => row.status === 'CHECKED');
  return {
    toPropose: picked.filter((row) => !row.proposal && !row.obstacle).map((row) => row.id),
    toIssue: picked.filter((row) => isTheirs(row)).map((row) => row.id),
    waiting: picked.filter((row) => row.proposal?.mine).length,
    unchecked: all.filter((row) => row.status === 'PREPARING').map((row) => row.name),
  };
}

function isTheirs(row: Row): boolean {
  return row.proposal?.act === 'ISSUE' && !row.proposal.mine;
}

/** Parts of at most `size`, so that progress can be told between requests. */
export function portions<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
