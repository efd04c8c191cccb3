import type { Schemas } from '@tanshi/api-client';
import type { StatusTone } from '@tanshi/ui';

export type Act = 'resend' | 'confirm';

/** What an administrator is told before deciding. */
export const ACTS: Record<Act, { title: string; confirm: string; lines: string[] }> = {
  resend: {
    title: '再发一次？',
    confirm: '重发',
    lines: ['用发送这一刻的地址', '“待确认”的对方可能已经收到，会收到两封，邮件编号相同'],
  },
  confirm: {
    title: '确认对方已经收到？',
    confirm: '已收到',
    lines: ['记为“已发送”，不再重发'],
  },
};

export const CHANNELS = [
  { value: 'EMAIL', label: '电子邮件' },
  { value: 'SMS', label: '短信' },
];

export const TONES: Record<Schemas['DeliveryView']['state'], StatusTone> = {
  WAITING: 'plain',
  SENDING: 'plain',
  SENT: 'done',
  UNCERTAIN: 'warn',
  FAILED: 'bad',
};
