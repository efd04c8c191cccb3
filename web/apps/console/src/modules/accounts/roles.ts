import { ROLE_NAMES, type Role } from '@tanshi/ui';

/** What an account with the role may do, in the words of the invitation page. */
const DUTIES: Record<Exclude<Role, 'CANDIDATE'>, string> = {
  ADMINISTRATOR: '考期、组卷、成绩与证书、账号',
  REVIEWER: '审核报名材料',
  AUTHOR: '编写和修改试题',
  INVIGILATOR: '开考、监考、考场情况记录',
  MARKER: '匿名评阅简答题',
  MARKING_LEADER: '看阅卷进度，仲裁三评不一致的答卷',
  AUDITOR: '查阅审计记录，不能改动任何内容',
  INSTITUTION_MANAGER: '管理本机构的报名批次与学员',
  INSTITUTION_STAFF: '录入和上传本机构的报名',
};

export type StaffRole = keyof typeof DUTIES;

const INSTITUTIONAL: ReadonlySet<string> = new Set(['INSTITUTION_MANAGER', 'INSTITUTION_STAFF']);

export interface RoleChoice {
  role: StaffRole;
  name: string;
  duty: string;
}

export const roleChoices = (ofInstitution: boolean): RoleChoice[] =>
  (Object.keys(DUTIES) as StaffRole[])
    .filter((role) => INSTITUTIONAL.has(role) === ofInstitution)
    .map((role) => ({ role, name: ROLE_NAMES[role], duty: DUTIES[role] }));

export const roleNames = (roles: readonly string[]): string =>
  roles.map((role) => ROLE_NAMES[role as Role] ?? role).join('、');

/** Statuses of an account, with the word a person reads. */
export const STATUS_WORDS: Record<string, { label: string; tone: 'plain' | 'warn' | 'bad' }> = {
  ACTIVE: { label: '在用', tone: 'plain' },
  INVITED: { label: '待激活', tone: 'warn' },
  SUSPENDED: { label: '已停用', tone: 'bad' },
};

/** Two duties that keep each other in check when different persons hold them. */
export function conflictOf(roles: readonly string[]): string | undefined {
  const has = (role: string) => roles.includes(role);
  if (has('AUDITOR') && roles.length > 1) return '审计员不宜兼任被审计的工作。';
  if (has('MARKER') && has('MARKING_LEADER')) {
    return '阅卷员兼组长时，可能仲裁到自己评过的答卷。';
  }
  return undefined;
}
