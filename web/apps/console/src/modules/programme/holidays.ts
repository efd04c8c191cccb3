/** A year's special days gathered by holiday, as the notice words them. */
import type { Schemas } from '@tanshi/api-client';
import { addDays, formatShort } from '@tanshi/ui';

export type SpecialDay = Schemas['CalendarSpecialDay'];

export interface Holiday {
  name: string;
  /** `02-15 周日 至 02-23 周一，9 天`; empty when the notice names worked days only. */
  off: string;
  work: string[];
}

/** Runs of days off keep the order of the year; a holiday inside another's run joins it (国庆节、中秋). */
export function holidaysOf(days: readonly SpecialDay[]): Holiday[] {
  const off = days.filter((day) => day.kind === 'OFF').sort((a, b) => a.date.localeCompare(b.date));
  const runs: SpecialDay[][] = [];
  for (const day of off) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && addDays(last.date, 1) === day.date) run.push(day);
    else runs.push([day]);
  }
  const work = days.filter((day) => day.kind === 'WORK');
  const holidays = runs.map((run) => {
    const names = [...new Set(run.map((day) => day.name))];
    return {
      name: names.join('、'),
      off: spanWords(run),
      work: work.filter((day) => names.includes(day.name)).map((day) => formatShort(day.date)),
    };
  });
  const claimed = new Set(runs.flat().map((day) => day.name));
  const rest = work.filter((day) => !claimed.has(day.name));
  return [
    ...holidays,
    ...rest.map((day) => ({ name: day.name, off: '', work: [formatShort(day.date)] })),
  ];
}

function spanWords(run: readonly SpecialDay[]): string {
  const first = run[0]?.date ?? '';
  const last = run.at(-1)?.date ?? '';
  if (first === last) return `${formatShort(first)}，1 天`;
  return `${formatShort(first)} 至 ${formatShort(last)}，${run.length} 天`;
}
