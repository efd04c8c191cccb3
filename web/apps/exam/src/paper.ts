import type { PlayerItem } from '@tanshi/item-player';
import type { PaperView } from './types';

/** An item with its place in the paper. */
export interface PlacedItem extends PlayerItem {
  /** Counted through the paper from 1. */
  number: number;
  section: number;
  /** Counted within the section from 1. */
  place: number;
}

export interface PlacedSection {
  title: string;
  /** 单选 from 单选题 */
  short: string;
  points: number;
  items: PlacedItem[];
}

export function place(paper: PaperView): PlacedSection[] {
  let number = 0;
  return paper.sections.map((section, at) => ({
    title: section.title,
    short: section.title.replace(/题$/, ''),
    points: Number(section.pointsEach),
    items: section.items.map((item, index) => {
      number += 1;
      return {
        ...item,
        type: section.kind,
        points: Number(section.pointsEach),
        number,
        section: at,
        place: index + 1,
      };
    }),
  }));
}

export interface Given {
  choices: readonly string[];
  text: string;
  flagged: boolean;
}

export const NOTHING: Given = { choices: [], text: '', flagged: false };

/** Blank text is no answer, as the server counts. */
export function isAnswered(given: Given | undefined): boolean {
  return !!given && (given.choices.length > 0 || given.text.trim() !== '');
}

export interface Counts {
  total: number;
  answered: number;
  open: number;
  flagged: number;
}

export function countOf(
  items: readonly PlacedItem[],
  given: (id: string) => Given | undefined,
): Counts {
  const answered = items.filter((item) => isAnswered(given(item.id))).length;
  const flagged = items.filter((item) => given(item.id)?.flagged).length;
  return { total: items.length, answered, open: items.length - answered, flagged };
}

/** `第 12 题，已作答，已标记，当前题` */
export function spoken(number: number, given: Given | undefined, isCurrent: boolean): string {
  const parts = [`第 ${number} 题`, isAnswered(given) ? '已作答' : '未作答'];
  if (given?.flagged) parts.push('已标记');
  if (isCurrent) parts.push('当前题');
  return parts.join('，');
}
