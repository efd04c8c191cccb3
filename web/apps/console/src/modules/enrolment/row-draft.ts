import type { Schemas } from '@tanshi/api-client';

type Texts = Schemas['RowTexts'];

/** What somebody else has changed in a row while it was being edited here. */
export interface Elsewhere {
  column: string;
  label: string;
  before: string;
  now: string;
}

/** The cells that differ between what was read and what stands there now. */
export function changedElsewhere(before: Texts, now: Texts): Elsewhere[] {
  const known = new Map(before.cells.map((cell) => [cell.column, cell.text]));
  return now.cells
    .filter((cell) => known.get(cell.column) !== cell.text)
    .map((cell) => ({
      column: cell.column,
      label: cell.label,
      before: known.get(cell.column) ?? '',
      now: cell.text,
    }));
}

/** Takes over what changed elsewhere, except where something was typed here: that stays. */
export function rebased(
  typed: Record<string, string>,
  before: Texts,
  now: Texts,
): Record<string, string> {
  const known = new Map(before.cells.map((cell) => [cell.column, cell.text]));
  return Object.fromEntries(
    now.cells.map((cell) => {
      const mine = typed[cell.column];
      const untouched = mine === undefined || mine === known.get(cell.column);
      return [cell.column, untouched ? cell.text : mine];
    }),
  );
}
