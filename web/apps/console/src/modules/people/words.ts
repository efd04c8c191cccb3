import type { Schemas } from '@tanshi/api-client';

export type PersonPage = Schemas['PersonPage'];
type Change = Schemas['ChangeLine'];

const FIELDS: Record<string, string> = { NAME: '姓名', PHONE: '电话', PHOTO: '照片' };
export const fieldWord = (field: string): string => FIELDS[field] ?? field;

const ACCOUNTS: Record<string, string> = {
  INVITED: '待激活',
  ACTIVE: '已激活',
  SUSPENDED: '已停用',
};
export const accountWord = (status: string): string => ACCOUNTS[status] ?? status;

/** Where the new value came from, for the history. */
export function originWord(change: Change): string {
  if (change.application) return '报名资料审核通过';
  return change.reason ?? '系统登记';
}

/** A number is whole, or the last four characters; anything else is not sent. */
export function numberFault(number: string): string | undefined {
  const text = number.trim().toUpperCase();
  if (!text || /^\d{15}$|^\d{17}[\dX]$|^\d{3}[\dX]$/.test(text)) return undefined;
  return '请填写完整证件号，或只填后四位';
}
