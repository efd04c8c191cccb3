import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { entriesOf, zipOf, type Entry } from './zip';

/** The sitting for which the people of the journey come back. */
export const NEXT = { code: '2027-04', name: '2027 年 4 月考期' };

const isForm = (entry: Entry) => entry.name.toString('latin1').endsWith('.xlsx');

/** The package of the journey once more, its form filled in for the next sitting; gives the path of the new file. */
export function comeBack(path: string): string {
  const entries = entriesOf(readFileSync(path));
  const moved = entries.map((entry) =>
    isForm(entry) ? { ...entry, content: otherSitting(entry.content) } : entry,
  );
  const file = `${mkdtempSync(`${tmpdir()}/rooms-`)}/again.zip`;
  writeFileSync(file, zipOf(moved));
  return file;
}

function otherSitting(workbook: Buffer): Buffer {
  return zipOf(
    entriesOf(workbook).map((part) => ({
      ...part,
      content: Buffer.from(part.content.toString('utf8').replaceAll('>2026-12<', `>${NEXT.code}<`)),
    })),
  );
}

/** The number of somebody born the same day: one digit mistyped, and the check character right by bad luck. */
export function mistyped(idNumber: string): string {
  const first = `${idNumber.slice(0, 14)}${String((Number(idNumber.slice(14, 17)) + 2) % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first[i]), 0);
  return first + '10X98765432'[sum % 11];
}
