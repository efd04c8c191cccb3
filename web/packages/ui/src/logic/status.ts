/** One vocabulary for all roles. Done is plain text; only a problem is coloured. */
export type StatusTone = 'plain' | 'done' | 'warn' | 'bad';

interface StatusWord {
  label: string;
  tone: StatusTone;
}

const WORDS: Record<string, StatusWord> = {
  DRAFT: { label: '草稿', tone: 'plain' },
  PENDING_REVIEW: { label: '待审核', tone: 'plain' },
  NEEDS_CORRECTION: { label: '需补正', tone: 'warn' },
  APPROVED: { label: '审核通过', tone: 'done' },
  REJECTED: { label: '审核不通过', tone: 'bad' },
  WITHDRAWN: { label: '已撤回', tone: 'plain' },
  STUDYING: { label: '学习中', tone: 'plain' },
  READY_FOR_EXAM: { label: '可考试', tone: 'done' },
  ADMITTED: { label: '已编排', tone: 'done' },
  IN_EXAM: { label: '考试中', tone: 'plain' },
  MARKING: { label: '阅卷中', tone: 'plain' },
  PENDING_RELEASE: { label: '待发布', tone: 'plain' },
  PASSED: { label: '合格', tone: 'done' },
  FAILED: { label: '未合格', tone: 'plain' },
  CERTIFICATE_IN_PRODUCTION: { label: '制证中', tone: 'plain' },
  CERTIFIED: { label: '已发证', tone: 'done' },
  VALID: { label: '有效', tone: 'done' },
  EXPIRED: { label: '已到期', tone: 'plain' },
  ABSENT: { label: '缺考', tone: 'plain' },
  MISCONDUCT_PENDING: { label: '违纪待定', tone: 'bad' },
  REVOKED: { label: '已撤销', tone: 'bad' },
  REPLACED: { label: '已换发', tone: 'plain' },
};
const BY_LABEL = new Map(Object.values(WORDS).map((word) => [word.label, word]));

/** Accepts a code or a word of the vocabulary; anything else is shown as it came. */
export function statusWord(status: string): StatusWord {
  return WORDS[status] ?? BY_LABEL.get(status) ?? { label: status, tone: 'plain' };
}
