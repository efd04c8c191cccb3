import { isoDate, formatTime } from '@tanshi/ui';
import type { Board, FormEntry } from './types';

/** Where the forms of a sitting stand as a whole; 1 is the first step. */
export type Stage = 'EMPTY' | 'DRAFT' | 'PROPOSED' | 'SEALED';

export const STEPS = ['组卷', '送封存', '另一人确认'] as const;

export function allForms(board: Board): FormEntry[] {
  return board.levels.flatMap((level) => level.forms);
}

/** The least advanced form decides; levels without forms count as empty unless nothing else is to be done. */
export function stageOf(board: Board): Stage {
  const forms = allForms(board);
  if (forms.some((form) => form.status === 'PROPOSED')) return 'PROPOSED';
  if (forms.some((form) => form.status === 'DRAFT')) return 'DRAFT';
  if (forms.length === 0 || board.levels.some((level) => level.forms.length === 0)) return 'EMPTY';
  return 'SEALED';
}

export const STEP_OF: Record<Stage, number> = { EMPTY: 1, DRAFT: 2, PROPOSED: 3, SEALED: 4 };

/** Levels that can still be assembled: none of their forms has left draft. */
export function openLevels(board: Board) {
  return board.levels.filter((level) => level.forms.every((form) => form.status === 'DRAFT'));
}

export function stepText(step: { by: string; at: string }): string {
  return `${step.by} ${isoDate(step.at).slice(5)} ${formatTime(step.at)}`;
}

/** First and last figures of a digest, enough to compare by eye. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 8)}…${digest.slice(-6)}`;
}
