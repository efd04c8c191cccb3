import type { Schemas } from '@tanshi/api-client';

type Keys = Schemas['KeyRotationView'];

/** Where the last rotation of keys stands, in one sentence. */
export function rotationWord(keys: Keys): string {
  if (!keys.startedAt) return '还没有更换过';
  if (keys.droppedAt) return '已完成，旧密钥已删除';
  if (keys.renewedAt) return '全部重新加密完毕，旧密钥在下次启动或今天结束后删除';
  return keys.running ? '正在重新加密' : '重新加密中断，下次启动时继续';
}

export const isOpen = (keys: Keys): boolean => Boolean(keys.startedAt) && !keys.droppedAt;

/** `3 年`, `6 个月` */
export function term(months: number): string {
  return months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;
}
