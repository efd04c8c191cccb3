import type { Schemas } from '@tanshi/api-client';
import { formatClock, formatDuration } from '@tanshi/ui';

const VERBS: Record<string, string> = {
  ENTERED: '进入考场',
  OPENED: '开始作答',
  PAUSED: '暂停作答',
  RESUMED: '恢复作答',
  EXTENDED: '补时',
  GIVEN_BACK: '核定补时',
  TERMINATED: '终止考试',
  SILENT: '失联',
  SAVED: '保存作答',
  MESSAGED: '发送消息',
  HANDED_IN: '交卷',
  MACHINE_ASKED: '要求换机，等待放行',
  MACHINE_RELEASED: '放行换机',
  MACHINE_REFUSED: '不放行换机',
  LOCK_PROVEN: '考试浏览器核验通过',
  LOCK_REFUSED: '考试浏览器核验没有通过',
  LOCK_HELD: '考试中核验失败，停止作答',
  LOCK_RELEASED: '放行',
  LOCK_EXEMPTED: '免锁定',
  LOCK_HEADERS_LOST: '考试浏览器不再随请求给出校验值',
  FULL_SCREEN_LEFT: '退出全屏',
  WINDOW_LEFT: '离开考试页面',
  PASTE: '粘贴页面以外的文字',
  SECOND_SCREEN: '接有第二个显示器',
  SECOND_WINDOW: '另开考试窗口',
  EMERGENCY_FILE: '应急答卷',
  EMERGENCY_ADMITTED: '应急答卷裁定采纳',
  EMERGENCY_DECLINED: '应急答卷裁定不采纳',
  EVIDENCE_COUNTED: '此外只计数、未逐条保存',
};

interface Details {
  minutes?: number;
  session?: number;
  machine?: string;
  seconds?: number;
  times?: number;
  first?: number;
  last?: number;
  entries?: number;
  taken?: number;
  conflicts?: number;
  firstSeq?: number;
  lastSeq?: number;
  firstGiven?: string;
  lastGiven?: string;
}

/** The stretch in which nothing came over the network, by the candidate's clock; and what became of it. */
function gapWords(what: string, details: Details): string {
  const span = `${formatClock(details.firstGiven ?? '')}–${formatClock(details.lastGiven ?? '')}`;
  const missing = `第 ${details.firstSeq}–${details.lastSeq} 条（考生机 ${span}）没有经网络送达`;
  const waiting = (details.entries ?? 0) - (details.taken ?? 0);
  const fate = waiting > 0 ? `${waiting} 条待裁定` : `已收入 ${details.taken} 条`;
  const conflicts = details.conflicts ? `，${details.conflicts} 题与另一台机器的作答不同` : '';
  return `${what}：${missing}，${fate}${conflicts}`;
}

/** One line of a candidate's timeline. */
export function timelineWords(
  entry: Pick<Schemas['TimelineEntryView'], 'verb' | 'reason' | 'details'>,
): string {
  const details = entry.details as Details;
  const what = VERBS[entry.verb] ?? entry.verb;
  if (details.minutes) return `${what} ${details.minutes} 分钟：${entry.reason}`;
  const machine = details.machine ? `，${details.machine}` : '';
  if (entry.verb === 'ENTERED') return `${what}（第 ${details.session} 次${machine}）`;
  if (details.machine)
    return `${what}（${details.machine}）${entry.reason ? `：${entry.reason}` : ''}`;
  if (entry.verb === 'EMERGENCY_FILE') return gapWords(what, details);
  if (details.times) return `${what} ${details.times} 次`;
  if (details.first) return `${what} 第 ${details.first}–${details.last} 条`;
  if (entry.verb === 'SILENT') return `${what} ${formatDuration(details.seconds ?? 0)}`;
  if (details.seconds !== undefined) return `${what} ${details.seconds} 秒`;
  return entry.reason ? `${what}：${entry.reason}` : what;
}

/** How far the candidate's clock is from the server's; what lies within a second is the way. */
export function aheadWords(entry: Pick<Schemas['TimelineEntryView'], 'at' | 'clientAt'>): string {
  if (!entry.clientAt) return '';
  const seconds = Math.round((Date.parse(entry.clientAt) - Date.parse(entry.at)) / 1000);
  if (Math.abs(seconds) <= 1) return '一致';
  return `${seconds > 0 ? '快' : '慢'} ${formatDuration(Math.abs(seconds))}`;
}
