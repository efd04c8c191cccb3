import type { Schemas } from '@tanshi/api-client';
import { formatClock } from '@tanshi/ui';

export type SavedFile = Schemas['EmergencyFileRequest'];
export type Brought = Schemas['EmergencyFileView'];

/** What an emergency file must be, before it is sent; undefined for anything else. */
export function savedFile(text: string): SavedFile | undefined {
  try {
    const found = JSON.parse(text) as Partial<SavedFile>;
    return found.format === 'tanshi-emergency-1' && found.sitting && found.attempt && found.content
      ? (found as SavedFile)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Why a file waits for a person. */
export function whyWaiting(file: Brought): string {
  const parts: string[] = [];
  if (file.branched > 0) {
    const conflicts = file.conflicts > 0 ? `，其中 ${file.conflicts} 题两边都改过` : '';
    parts.push(`${file.branched} 条与另一台机器的作答并行${conflicts}`);
  }
  const late = file.entries - file.taken - file.branched;
  if (late > 0) parts.push(`${late} 条送到时已收卷`);
  return parts.join('；');
}

/** Both clocks in words. */
export const clocks = (file: Brought) => ({
  candidate: `${formatClock(file.firstGiven)}–${formatClock(file.lastGiven)}`,
  server: formatClock(file.receivedAt),
  deadline: formatClock(file.deadline),
});

/** By the candidate's clock, which the owner of the machine could have turned. */
export const saysLate = (file: Brought) => Date.parse(file.lastGiven) > Date.parse(file.deadline);
