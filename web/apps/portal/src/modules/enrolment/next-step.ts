import type { Schemas } from '@tanshi/api-client';
import { daysBetween, formatLong } from '@tanshi/ui';

export type OwnApplication = Schemas['OwnApplication'];
export type Study = Pick<
  Schemas['StudyOverview'],
  'countedSeconds' | 'requiredSeconds' | 'totalSeconds' | 'unitSeconds' | 'deadline' | 'met'
>;

/** The parts of other rooms' answers that the home page needs; absent while there is nothing yet. */
export interface Ticket {
  startsAt: string;
  endsAt: string;
  entryOpensAt: string;
  site: string;
  room: string;
}
export interface Known {
  application: OwnApplication | null;
  study: Study | null;
  admission: { stage: 'NOT_YET' | 'WAITING' | 'ADMITTED'; ticket?: Ticket } | null;
  resultsBy: string | null;
  result: { passed: boolean; total: string } | null;
  certificate: { status: string; proofCheckedAt?: string; issueBy?: string } | null;
  now: string;
}

export interface NextStep {
  /** Small line above: why. */
  why: string;
  what: string;
  /** Deadline or date, in words with weekday and time. */
  when?: string;
  detail?: string;
  act?: { label: string; to?: string; href?: string };
}

/** `9.6`: credit hours (课时) with one digit. */
export const hours = (seconds: number, unit: number) => (seconds / unit).toFixed(1);

/** While a reviewer has the application, the candidate checks what the institution handed in. */
function pending(application: OwnApplication): NextStep {
  const { id, dueAt, checkedAt, openReports } = application;
  if (!checkedAt && openReports === 0) {
    return {
      why: '机构已提交，请你本人核对',
      what: '核对报名信息',
      when: dueAt ? `${formatLong(dueAt)} 前` : undefined,
      detail: '审核在此之前完成。姓名、照片有误现在报告最省事。',
      act: { label: '开始核对', to: `/me/application/${id}` },
    };
  }
  return {
    why: '你的机构已提交报名',
    what: '等待审核',
    when: dueAt ? `${formatLong(dueAt)} 前有结果` : undefined,
    detail:
      openReports > 0 ? `你报告的 ${openReports} 处问题正由机构处理。` : '这一步不用你做什么。',
  };
}

/** What a reviewer returned can be photographed at once; handing in again is the institution's act. */
function returned(application: OwnApplication): NextStep {
  const { id, institution, institutionContact, registrationClosesAt } = application;
  const missing = application.returned.filter((paper) => !paper.sentAt);
  const first = missing[0];
  if (!first) {
    return {
      why: '你已补交，机构已收到',
      what: '等机构重新提交',
      when: `${formatLong(registrationClosesAt)} 前`,
      detail: `${institution}，${institutionContact}`,
    };
  }
  return {
    why: '审核员要求补正',
    what: missing.length === 1 ? `补交${first.label}` : `补交 ${missing.length} 份材料`,
    when: `${formatLong(registrationClosesAt)} 前`,
    detail: first.words,
    act: { label: '拍照补交', to: `/me/application/${id}` },
  };
}

function review(application: OwnApplication): NextStep | null {
  const { state, institution, institutionContact } = application;
  switch (state) {
    case 'PENDING':
      return pending(application);
    case 'RETURNED':
      return returned(application);
    case 'REJECTED':
      return {
        why: '审核不通过',
        what: '请向机构询问原因',
        detail: `${institution}，${institutionContact}`,
      };
    default:
      return null;
  }
}

function studying(study: Study, now: string): NextStep | null {
  if (study.met) return null;
  const missing = study.requiredSeconds - study.countedSeconds;
  const days = Math.max(1, daysBetween(now, study.deadline));
  const perDay = Math.ceil(missing / days / 60);
  const percent = Math.round((study.requiredSeconds / study.totalSeconds) * 100);
  return {
    why: `学满 ${percent}% 才能考试`,
    what: `再学 ${hours(missing, study.unitSeconds)} 课时`,
    when: `${formatLong(study.deadline)} 前`,
    detail: `还有 ${days} 天，每天约 ${perDay} 分钟`,
    act: { label: study.countedSeconds > 0 ? '继续学习' : '开始学习', to: '/me/study' },
  };
}

function afterExam(known: Known, examAt: string): NextStep | null {
  const { certificate, result } = known;
  if (certificate) {
    if (certificate.status === 'VALID') {
      return {
        why: '证书已发',
        what: '下载你的证书',
        act: { label: '打开证书', to: '/me/certificates' },
      };
    }
    if (!certificate.proofCheckedAt) {
      return {
        why: '制证中',
        what: '核对证书样张',
        when: certificate.issueBy ? `${formatLong(certificate.issueBy)} 前发证` : undefined,
        detail: '姓名和照片印出来就是这样，请在发证前核对。',
        act: { label: '核对样张', to: '/me/certificates' },
      };
    }
  }
  if (result) {
    return {
      why: '成绩已公布',
      what: result.passed ? `合格，${result.total} 分` : `未合格，${result.total} 分`,
      act: { label: '查看成绩', to: '/me/results' },
    };
  }
  if (known.now <= examAt) return null;
  return {
    why: '考试已结束',
    what: '等待成绩公布',
    when: known.resultsBy ? `不晚于 ${formatLong(known.resultsBy)}` : undefined,
    detail: '公布后这里会显示。',
  };
}

function sitting(known: Known, application: OwnApplication): NextStep {
  const ticket = known.admission?.ticket;
  if (ticket) {
    const open = known.now >= ticket.entryOpensAt && known.now <= ticket.endsAt;
    return {
      why: open ? '考试今天进行' : '已编排考场',
      what: open ? '进入考试' : '带身份证按时到考场',
      when: formatLong(ticket.startsAt),
      detail: `${ticket.site}，${ticket.room}`,
      act: open
        ? { label: '打开考试入口', href: '/exam/' }
        : { label: '查看准考证', to: '/me/ticket' },
    };
  }
  return {
    why: '学时已满，可以考试',
    what: '等待编排考场',
    when: `考试 ${formatLong(application.examAt)}`,
    detail: '编排后这里显示考点、考场和准考证。',
  };
}

/** The one thing to do next, and by when. */
export function nextStep(known: Known): NextStep {
  const { application, study } = known;
  if (!application) {
    return {
      why: '还没有报名',
      what: '你的机构尚未提交你的报名',
      detail: '请向你的培训机构询问，由机构统一提交。',
    };
  }
  const waiting = review(application) ?? afterExam(known, application.examAt);
  if (waiting) return waiting;
  if (!study) {
    return {
      why: '审核通过',
      what: '课程正在开通',
      detail: '通常一分钟内开通，请稍后刷新。',
    };
  }
  return studying(study, known.now) ?? sitting(known, application);
}
