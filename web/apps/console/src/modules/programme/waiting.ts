import type { Schemas } from '@tanshi/api-client';

type Act = Schemas['WaitingAct'];
type Sitting = Pick<Schemas['SittingView'], 'id' | 'code' | 'name'>;

export interface WaitingLine {
  key: string;
  words: string;
  /** Who did the first person's part, where that is known. */
  by?: string;
  /** What the link says one goes there for. */
  aim: string;
  to: string;
}

type Line = Pick<WaitingLine, 'words' | 'aim' | 'to'>;

const OF_A_SITTING: Record<string, (act: Act, sitting: Sitting) => Line> = {
  'exam.seal': ({ count }, { name, code }) => ({
    words: `${name}：${count} 份试卷已送封存，待确认`,
    aim: '去核对并封存',
    to: `/exam/forms?sitting=${code}`,
  }),
  'results.release': ({ count }, { name, code }) => ({
    words: `${name}：${count} 人的成绩已审定，待发布`,
    aim: '去发布',
    to: `/results?sitting=${code}`,
  }),
  'certificate.issue': ({ count }, { name, id }) => ({
    words: `${name}：${count} 张证书已签批，待签发`,
    aim: '去签发',
    to: `/certificates?sitting=${id}&status=CHECKED`,
  }),
};

const OF_ONE_THING: Record<string, (act: Act) => Line> = {
  'certificate.revoke': ({ subject }) => ({
    words: '撤销 1 张证书',
    aim: '去确认撤销',
    to: `/certificates/${subject}`,
  }),
  'certificate.replace': ({ subject }) => ({
    words: '换发 1 张证书',
    aim: '去确认换发',
    to: `/certificates/${subject}`,
  }),
  'identity.erasure': ({ subject }) => ({
    words: '删除 1 人的资料',
    aim: '去确认删除',
    to: `/people/${subject}`,
  }),
};

function lineOf(act: Act, sittings: readonly Sitting[]): Line | undefined {
  const sitting = sittings.find((entry) => entry.id === act.subject);
  return sitting ? OF_A_SITTING[act.kind]?.(act, sitting) : OF_ONE_THING[act.kind]?.(act);
}

/** What waits, each with the page on which it is confirmed; what no page is known for is left out. */
export function waitingLines(acts: readonly Act[], sittings: readonly Sitting[]): WaitingLine[] {
  return acts.flatMap((act) => {
    const line = lineOf(act, sittings);
    return line ? [{ ...line, key: `${act.kind} ${act.subject}`, by: act.by ?? undefined }] : [];
  });
}
