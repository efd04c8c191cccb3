import type { Schemas } from '@tanshi/api-client';

export type QueueItem = Schemas['QueueItem'];
export type Workbench = Schemas['Workbench'];
type Urgency = QueueItem['urgency'];

/** `2 时 10 分` */
export function span(minutes: number): string {
  const whole = Math.abs(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  return hours === 0 ? `${rest} 分` : `${hours} 时 ${String(rest).padStart(2, '0')} 分`;
}

/** Working time in words: `剩 2 时 10 分`, `已超 4 时 50 分`, `余 3 时 05 分`. */
export function timeLeft(urgency: Urgency, minutes: number): string {
  switch (urgency) {
    case 'OVERDUE':
      return `已超 ${span(minutes)}`;
    case 'PAUSED':
      return `余 ${span(minutes)}`;
    case 'DONE':
      return '已办结';
    default:
      return `剩 ${span(minutes)}`;
  }
}

/** The sentence a reason begins with; the reviewer goes on from there. */
export const SENTENCES: Record<string, string> = {
  UNCLEAR: '看不清。请在光线均匀处重新拍摄或扫描后上传。',
  PAGE_MISSING: '缺页。请补齐全部页面后上传。',
  DIFFERS_FROM_FORM: '与申报表填写不一致。请核对后更正申报表或更换材料。',
  NO_SEAL: '没有加盖单位公章。请由单位盖章后重新扫描上传。',
  TOO_FEW_YEARS: '证明的年限不足所依据的条件。请提供能证明足够年限的材料，或改报级别。',
  EXPIRING: '有效期早于考试日。请上传换领后的新证，或公安机关出具的临时身份证。',
  PHOTO_UNFIT: '照片不符合一寸蓝底免冠证件照的要求。请更换。',
  NOT_THE_PERSON: '与身份证照片不像同一人。请上传本人的照片或材料。',
  SOMETHING_ELSE: '',
};
