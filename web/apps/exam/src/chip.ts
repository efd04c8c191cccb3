import { formatClock } from '@tanshi/ui/format';
import { elapsed } from './time/clock';

export type ChipTone = 'plain' | 'warn' | 'bad';

export interface Chip {
  text: string;
  tone: ChipTone;
  /** Running time since the last contact. */
  since?: string;
}

export interface SaveSituation {
  unsent: number;
  /** How many were waiting when the connection came back; 0 when it was never lost. */
  backlog: number;
  /** Milliseconds since the last contact; 0 while the server answers. */
  lostFor: number;
  localFailed: boolean;
  /** The time is over and the input is closed. */
  sealed: boolean;
  /** When the server last acknowledged, in its own time. */
  savedAt: string | undefined;
}

/** The words of the save chip; ux §3. */
export function chipOf(now: SaveSituation): Chip {
  if (now.localFailed) return { text: '本机无法保存', tone: 'bad' };
  if (now.sealed && (now.lostFor > 0 || now.unsent > 0)) {
    return {
      text: now.unsent > 0 ? `已封存，待上传 ${now.unsent}` : '已封存，待上传',
      tone: 'warn',
    };
  }
  if (now.lostFor > 0) {
    const text = now.unsent > 0 ? `已存本机 · 待上传 ${now.unsent}` : '网络中断 · 无待上传';
    return { text, tone: 'warn', since: elapsed(now.lostFor) };
  }
  if (now.unsent > 0 && now.backlog > 0) {
    const done = Math.max(0, now.backlog - now.unsent);
    return { text: `正在补传 ${done}/${now.backlog}`, tone: 'warn' };
  }
  if (now.unsent > 0) return { text: '保存中…', tone: 'plain' };
  return { text: now.savedAt ? `已保存 ${formatClock(now.savedAt)}` : '尚无作答', tone: 'plain' };
}
