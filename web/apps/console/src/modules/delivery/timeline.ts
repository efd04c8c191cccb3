import type { Schemas } from '@tanshi/api-client';
import { formatClock } from '@tanshi/ui';

const VERBS: Record<string, string> = {
  ENTERED: '进入考场',
  OPENED: '开始作答',
  PAUSED: '暂停作答',
  RESUMED: '恢复作答',
  EXTENDED: '补时',
  MESSAGED: '发送消息',
  HANDED_IN: '交卷',
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
  EVIDENCE_COUNTED: '此外只计数、未逐条保存',
};

interface Details {
  minutes?: number;
  session?: number;
  seconds?: number;
  times?: number;
  clientTime?: string;
}

/** One line of a candidate's timeline; evidence says what the candidate's machine took for the time. */
export function timelineWords(
  entry: Pick<Schemas['TimelineEntryView'], 'verb' | 'reason' | 'details'>,
): string {
  const details = entry.details as Details;
  const what = VERBS[entry.verb] ?? entry.verb;
  if (details.minutes) return `${what} ${details.minutes} 分钟：${entry.reason}`;
  if (entry.verb === 'ENTERED') return `${what}（第 ${details.session} 次）`;
  if (details.times) return `${what} ${details.times} 次`;
  if (details.clientTime) {
    const lasted = details.seconds === undefined ? '' : ` ${details.seconds} 秒`;
    return `${what}${lasted}（考生机 ${formatClock(details.clientTime)}）`;
  }
  return entry.reason ? `${what}：${entry.reason}` : what;
}
