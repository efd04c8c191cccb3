import { computed } from 'vue';
import { api, dataOf, type Schemas } from '@tanshi/api-client';
import { useResource } from '@tanshi/ui';

type Study = Pick<
  Schemas['SupervisedStudy'],
  'countedSeconds' | 'requiredSeconds' | 'unitSeconds' | 'met' | 'outlookLabel'
>;
type Outcome = Pick<Schemas['CandidateOutcome'], 'seated' | 'absent' | 'passed'>;

export interface Progress {
  study?: Study;
  outcome: Outcome;
}

const hours = (seconds: number, unit: number) => (seconds / unit).toFixed(1);

function studied(study: Study | undefined): string {
  if (!study) return '课程正在开通';
  const { countedSeconds, requiredSeconds, unitSeconds, met, outlookLabel } = study;
  const counted = hours(countedSeconds, unitSeconds);
  return met
    ? `课时已达标 ${counted}`
    : `已计 ${counted} / 需 ${hours(requiredSeconds, unitSeconds)} 课时，${outlookLabel}`;
}

function seat({ study, outcome }: Progress): string {
  if (outcome.absent) return '缺考';
  if (outcome.seated) return '已编排，有准考证';
  return study?.met ? '待编排考场' : '达标后编排考场';
}

/** What an institution may know of somebody after the approval, in the order of the way; no scores. */
export function stages(progress: Progress): string[] {
  const { passed } = progress.outcome;
  const result = passed === undefined ? [] : [`成绩已公布：${passed ? '合格' : '未合格'}`];
  return [studied(progress.study), seat(progress), ...result];
}

/** By application; two rooms answer, and the person's opaque id joins them. */
export function useAfterApproval(sitting: () => string) {
  const { data, problem, load } = useResource(async () => {
    const params = { query: { sitting: sitting() } };
    const [outcomes, studies] = await Promise.all([
      dataOf(api.GET('/api/institution/outcomes', { params })),
      dataOf(api.GET('/api/institution/study', { params })),
    ]);
    const byPerson = new Map(studies.map((study) => [study.personId, study]));
    return {
      data: new Map<string, Progress>(
        outcomes.map((outcome) => [
          outcome.applicationId,
          { outcome, study: byPerson.get(outcome.personId) },
        ]),
      ),
    };
  });
  const progress = computed(() => data.value ?? new Map<string, Progress>());
  return { progress, problem, load };
}
