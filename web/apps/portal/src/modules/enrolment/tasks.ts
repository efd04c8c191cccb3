import type { Schemas } from '@tanshi/api-client';
import { formatLong, isoDate } from '@tanshi/ui';
import { nextStep, type Known } from './next-step';

type Sitting = Pick<Schemas['SittingView'], 'milestones'>;

export interface Task {
  label: string;
  note: string;
  to?: string;
}
export interface Tasks {
  /** What can still be done at this stage, apart from the next step itself. */
  open: Task[];
  past: Task[];
}

/** Its own dates decide, but a result or a certificate shows as well that the exam is over. */
function isExamOver({ application, admission, result, certificate, now }: Known): boolean {
  if (result || certificate) return true;
  const end = admission?.ticket?.endsAt ?? application?.examAt;
  return end !== undefined && now > end;
}

function checking(known: Known, over: boolean): [Task, boolean] | null {
  const own = known.application;
  if (!own || own.checkedAt) return null;
  const to = `/me/application/${own.id}`;
  const label = '核对报名信息';
  if (over) return [{ label, note: '没有由你本人核对', to }, true];
  if (nextStep(known).act?.to === to) return null;
  const note = own.openReports > 0 ? `${own.openReports} 处待机构答复` : '姓名、证件号、照片';
  return [{ label, note, to }, false];
}

function ticket(known: Known, over: boolean): [Task, boolean] | null {
  if (known.application?.state !== 'APPROVED') return null;
  const given = Boolean(known.admission?.ticket);
  if (over && !given) return null;
  const note = over ? '考试已结束' : given ? '可以查看和打印' : '编排考场后';
  return [{ label: '准考证', note, to: '/me/ticket' }, over];
}

function mock(known: Known, sitting: Sitting | undefined, over: boolean): [Task, boolean] | null {
  const mark = sitting?.milestones.find((m) => m.key === 'MOCK_EXAM');
  if (!mark || known.application?.state === 'REJECTED') return null;
  const past = over || known.now.slice(0, 10) > isoDate(mark.until ?? mark.date);
  const note = past ? formatLong(mark.date) : `${formatLong(mark.date)}起，由机构组织`;
  return [{ label: '模拟考试', note }, past];
}

/** What stands below the next step: the things of this stage, and apart from them those whose time has gone. */
export function tasks(known: Known, sitting: Sitting | undefined): Tasks {
  const over = isExamOver(known);
  const all = [checking(known, over), ticket(known, over), mock(known, sitting, over)].filter(
    (entry) => entry !== null,
  );
  return {
    open: all.filter(([, past]) => !past).map(([task]) => task),
    past: all.filter(([, past]) => past).map(([task]) => task),
  };
}
