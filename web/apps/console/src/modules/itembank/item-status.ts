import type { Schemas } from '@tanshi/api-client';
import type { SelectOption, StatusTone } from '@tanshi/ui';

export type Status = Schemas['ItemRow']['status'];

export const STATUSES: SelectOption[] = [
  { value: 'DRAFT', label: '待互审' },
  { value: 'RETURNED', label: '需修改' },
  { value: 'APPROVED', label: '已通过' },
  { value: 'RETIRED', label: '已停用' },
];

export function toneOf(status: Status): StatusTone {
  if (status === 'RETURNED') return 'warn';
  return status === 'APPROVED' ? 'done' : 'plain';
}
