/** A rule set in the making, as the form holds it: numbers are texts until they are sent. */
import type { Schemas } from '@tanshi/api-client';

export type ClauseData = Schemas['ClauseData'];
export type VersionPage = Schemas['RuleVersionPage'];
export type Level = ClauseData['level'];

export const LEVELS: { value: Level; label: string }[] = [
  { value: 'JUNIOR', label: '初级' },
  { value: 'INTERMEDIATE', label: '中级' },
  { value: 'SENIOR', label: '高级' },
];
export const EDUCATIONS = [
  { value: 'HIGH_SCHOOL', label: '高中' },
  { value: 'SECONDARY_VOCATIONAL', label: '中专' },
  { value: 'JUNIOR_COLLEGE', label: '大专' },
  { value: 'BACHELOR', label: '本科' },
  { value: 'POSTGRADUATE', label: '研究生' },
];
export const MAJORS = [
  { value: 'OTHER', label: '其他专业' },
  { value: 'RELATED', label: '相关专业' },
  { value: 'ANY', label: '不限专业' },
];
export const SERIES = [
  { value: 'OWN', label: '本系列' },
  { value: 'OTHER', label: '其他系列' },
];

export interface ClauseRow {
  key: number;
  level: Level;
  number: string;
  text: string;
  education: string;
  major: string;
  months: string;
  continuous: boolean;
  series: string;
  certificateLevel: string;
  certificateMonths: string;
}

export interface RuleDraft {
  title: string;
  source: string;
  otherMajorExclusive: boolean;
  relatedMajors: string;
  notes: string;
  clauses: ClauseRow[];
}

let last = 0;
const nextKey = () => (last += 1);

function rowOf(clause: ClauseData): ClauseRow {
  return {
    key: nextKey(),
    level: clause.level,
    number: String(clause.number),
    text: clause.text ?? '',
    education: clause.education ?? '',
    major: clause.major ?? 'ANY',
    months: String(clause.months),
    continuous: clause.continuous,
    series: clause.certificateSeries ?? '',
    certificateLevel: clause.certificateLevel ?? 'JUNIOR',
    certificateMonths: String(clause.certificateMonths),
  };
}

export function draftOf(page: VersionPage): RuleDraft {
  return {
    title: page.title,
    source: page.source,
    otherMajorExclusive: page.otherMajorExclusive,
    relatedMajors: page.relatedMajors.join('、'),
    notes: page.notes.join('\n'),
    clauses: page.clauses.map(rowOf),
  };
}

export function blankClause(level: Level, clauses: readonly ClauseRow[]): ClauseRow {
  const taken = clauses.filter((row) => row.level === level).map((row) => Number(row.number));
  return {
    key: nextKey(),
    level,
    number: String(Math.max(0, ...taken) + 1),
    text: '',
    education: 'JUNIOR_COLLEGE',
    major: 'OTHER',
    months: '12',
    continuous: true,
    series: '',
    certificateLevel: 'JUNIOR',
    certificateMonths: '0',
  };
}

/** The row with other data; its words are dropped, the server writes them anew from the data. */
export function changed(row: ClauseRow, part: Partial<ClauseRow>): ClauseRow {
  return { ...row, ...part, text: part.text ?? '' };
}

const listOf = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);

const months = (text: string) => Math.round(Number(text)) || 0;

function clauseOf(row: ClauseRow): ClauseData {
  const schooling = row.education
    ? {
        education: row.education as NonNullable<ClauseData['education']>,
        major: row.major as NonNullable<ClauseData['major']>,
      }
    : {};
  const certificate = row.series
    ? {
        certificateSeries: row.series as NonNullable<ClauseData['certificateSeries']>,
        certificateLevel: row.certificateLevel as Level,
      }
    : {};
  return {
    level: row.level,
    number: months(row.number),
    text: row.text.trim() || undefined,
    months: months(row.months),
    continuous: row.continuous,
    certificateMonths: row.series ? months(row.certificateMonths) : 0,
    ...schooling,
    ...certificate,
  };
}

export function bodyOf(draft: RuleDraft, version: number): Schemas['RuleDraftRequest'] {
  return {
    version,
    title: draft.title.trim(),
    source: draft.source.trim(),
    otherMajorExclusive: draft.otherMajorExclusive,
    relatedMajors: listOf(draft.relatedMajors, /[、,，;；\s]+/),
    notes: listOf(draft.notes, /\n+/),
    clauses: draft.clauses.map(clauseOf),
  };
}

/** Whether the form says something else than the page it was made from. */
export function isChanged(draft: RuleDraft, page: VersionPage): boolean {
  const before = bodyOf(draftOf(page), page.version);
  return JSON.stringify(bodyOf(draft, page.version)) !== JSON.stringify(before);
}
