import type { Schemas } from '@tanshi/api-client';
import type { PlayerItem } from '@tanshi/item-player';

export type ItemType = Schemas['ItemRow']['type'];
export type Content = Schemas['ItemContentBody'];

export const TYPE_NAMES: Record<ItemType, string> = {
  SINGLE_CHOICE: '单项选择',
  MULTIPLE_CHOICE: '多项选择',
  EXTENDED_TEXT: '简答',
};
export const TYPES = Object.keys(TYPE_NAMES) as ItemType[];
/** Points of one item on the paper (deck: 30 × 1, 10 × 2, 5 × 10). */
const POINTS: Record<ItemType, number> = {
  SINGLE_CHOICE: 1,
  MULTIPLE_CHOICE: 2,
  EXTENDED_TEXT: 10,
};
export const FULL_MARKS = 10;
export const MOST_OPTIONS = 6;

export interface OptionDraft {
  uid: number;
  text: string;
  right: boolean;
}
export interface PointDraft {
  uid: number;
  text: string;
  points: string;
  keywords: string;
}
/** What stands in the form: every figure as typed, so that nothing typed is ever lost. */
export interface Draft {
  point: string;
  difficulty: string;
  stem: string;
  options: OptionDraft[];
  rationale: string;
  scheme: PointDraft[];
  modelAnswer: string;
  document: string;
  clause: string;
  edition: string;
}

let uids = 0;
export const newOption = (text = '', right = false): OptionDraft => ({
  uid: (uids += 1),
  text,
  right,
});
export const newPoint = (text = '', points = '', keywords = ''): PointDraft => ({
  uid: (uids += 1),
  text,
  points,
  keywords,
});
export const letter = (index: number) => String.fromCharCode(65 + index);

export function emptyDraft(type: ItemType): Draft {
  const choice = type !== 'EXTENDED_TEXT';
  return {
    point: '',
    difficulty: '',
    stem: '',
    options: choice ? [newOption(), newOption(), newOption(), newOption()] : [],
    rationale: '',
    scheme: choice ? [] : [newPoint(), newPoint(), newPoint()],
    modelAnswer: '',
    document: '',
    clause: '',
    edition: '',
  };
}

export function draftOf(content: Content): Draft {
  const key = content.key ?? [];
  return {
    point: content.point ?? '',
    difficulty: String(content.difficulty ?? ''),
    stem: content.stem ?? '',
    options: (content.options ?? []).map((option) =>
      newOption(option.text ?? '', key.includes(option.id ?? '')),
    ),
    rationale: content.rationale ?? '',
    scheme: (content.markingPoints ?? []).map((point) =>
      newPoint(point.text ?? '', String(point.points ?? ''), (point.keywords ?? []).join('，')),
    ),
    modelAnswer: content.modelAnswer ?? '',
    document: content.source?.document ?? '',
    clause: content.source?.clause ?? '',
    edition: content.source?.edition ?? '',
  };
}

/** A figure as typed; anything that is none counts as 0 and is refused by the server with its place. */
export function figure(text: string): number {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(value) ? value : 0;
}

export function contentOf(draft: Draft): Content {
  return {
    point: draft.point,
    difficulty: figure(draft.difficulty),
    stem: draft.stem,
    options: draft.options.map((option, index) => ({ id: letter(index), text: option.text })),
    key: draft.options.flatMap((option, index) => (option.right ? [letter(index)] : [])),
    rationale: draft.rationale,
    markingPoints: draft.scheme.map((point) => ({
      text: point.text,
      points: figure(point.points),
      keywords: point.keywords
        .split(/[，,、\s]+/)
        .map((word) => word.trim())
        .filter(Boolean),
    })),
    modelAnswer: draft.modelAnswer,
    source: { document: draft.document, clause: draft.clause, edition: draft.edition },
  };
}

export const sameContent = (a: Draft, b: Draft) =>
  JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));

export const sumOfPoints = (draft: Draft) =>
  draft.scheme.reduce((sum, point) => sum + figure(point.points), 0);

export function previewOf(type: ItemType, draft: Draft): PlayerItem {
  return {
    id: 'preview',
    type,
    stem: draft.stem || '（题干）',
    options: draft.options.map((option, index) => ({
      id: letter(index),
      text: option.text || '（选项）',
    })),
    points: POINTS[type],
  };
}

export interface Difference {
  key: keyof Draft;
  label: string;
  mine: string;
  theirs: string;
}

const LABELS: Record<keyof Draft, string> = {
  point: '知识点',
  difficulty: '难度',
  stem: '题干',
  options: '选项与答案',
  rationale: '解析',
  scheme: '评分要点',
  modelAnswer: '参考答案',
  document: '出处文件',
  clause: '条款或章节',
  edition: '版本或施行日期',
};

/** A part of the draft as words, for reading two versions side by side. */
export function wordsOf(draft: Draft, key: keyof Draft): string {
  if (key === 'options')
    return draft.options
      .map((option, index) => `${letter(index)}${option.right ? '（答案）' : ''} ${option.text}`)
      .join('\n');
  if (key === 'scheme')
    return draft.scheme.map((point) => `${point.points} 分 ${point.text}`).join('\n');
  return draft[key];
}

export function differences(mine: Draft, theirs: Draft): Difference[] {
  const [a, b] = [contentOf(mine), contentOf(theirs)];
  const part = (content: Content, key: keyof Draft): unknown => {
    if (key === 'options') return [content.options, content.key];
    if (key === 'scheme') return content.markingPoints;
    if (key === 'document' || key === 'clause' || key === 'edition') return content.source?.[key];
    return content[key];
  };
  return (Object.keys(LABELS) as (keyof Draft)[])
    .filter((key) => JSON.stringify(part(a, key)) !== JSON.stringify(part(b, key)))
    .map((key) => ({
      key,
      label: LABELS[key],
      mine: wordsOf(mine, key),
      theirs: wordsOf(theirs, key),
    }));
}
