import { computed, ref, shallowRef } from 'vue';
import { ProblemError, api, dataOf, type Schemas } from '@tanshi/api-client';
import { drafts } from './drafts';
import { cycle, extreme, fits, nothing, step, toggle, total } from './given';
import { markedAt, startPace, type Pace } from './pace';

export type DeskView = Schemas['MarkingDeskView'];
type Answer = Schemas['AnswerOnDesk'];

const NOT_RESERVED = 'marking/not-reserved';

/** The answer on the marker's desk, what was given to it, and what became of the last one. */
export function useDesk() {
  const desk = shallowRef<DeskView | null>(null);
  const given = ref<number[]>([]);
  const remark = ref('');
  const busy = ref<'next' | 'mark' | null>(null);
  const asking = ref(false);
  const restored = ref(false);
  const problem = shallowRef<ProblemError | null>(null);
  const last = shallowRef<{ code: string; points: number } | null>(null);
  const pace = shallowRef<Pace>(startPace(Date.now()));

  const answer = computed<Answer | null>(() => desk.value?.answer ?? null);
  const worth = computed(() => answer.value?.markingPoints.map((p) => p.points) ?? []);
  const sum = computed(() => total(given.value));
  const edge = computed(() => extreme(given.value, answer.value?.fullPoints ?? 0));
  /** The reservation is gone: what was given stays readable, but can no longer be sent. */
  const lost = computed(() => problem.value?.type.endsWith(NOT_RESERVED) ?? false);

  function lay(view: DeskView) {
    desk.value = view;
    asking.value = false;
    restored.value = false;
    given.value = nothing(worth.value);
    remark.value = '';
    const draft = view.answer && drafts.find(view.answer.id);
    if (draft && fits(draft.given, worth.value)) {
      given.value = draft.given;
      remark.value = typeof draft.remark === 'string' ? draft.remark : '';
      restored.value = sum.value > 0 || remark.value !== '';
    }
  }

  async function next() {
    if (busy.value) return;
    busy.value = 'next';
    try {
      lay(await dataOf(api.POST('/api/marking/next')));
      problem.value = null;
    } catch (error) {
      problem.value = ProblemError.from(error);
    } finally {
      busy.value = null;
    }
  }

  function keep() {
    if (answer.value) drafts.keep(answer.value.id, { given: given.value, remark: remark.value });
  }

  function change(to: number[]) {
    if (busy.value || lost.value) return;
    given.value = to;
    asking.value = false;
    restored.value = false;
    keep();
  }

  async function send(present: Answer) {
    busy.value = 'mark';
    problem.value = null;
    try {
      await api.POST('/api/marking/answers/{id}/marks', {
        params: { path: { id: present.id } },
        body: { given: given.value, remark: remark.value.trim() || undefined },
      });
      drafts.drop(present.id);
      last.value = { code: present.code, points: sum.value };
      pace.value = markedAt(pace.value, Date.now());
      return true;
    } catch (error) {
      problem.value = ProblemError.from(error);
      return false;
    } finally {
      busy.value = null;
    }
  }

  /** Sends the marks and takes the next answer; 0 and full marks are asked about first. */
  async function submit() {
    const present = answer.value;
    if (!present || busy.value || lost.value) return;
    if (edge.value && !asking.value) {
      asking.value = true;
      return;
    }
    asking.value = false;
    if (await send(present)) await next();
  }

  return {
    desk,
    answer,
    given,
    remark,
    sum,
    edge,
    busy,
    asking,
    restored,
    problem,
    lost,
    last,
    pace,
    next,
    submit,
    keep,
    toggle: (i: number) => change(toggle(given.value, worth.value, i)),
    half: (i: number) => change(cycle(given.value, worth.value, i)),
    step: (i: number, by: number) => change(step(given.value, worth.value, i, by)),
    clear: () => change(nothing(worth.value)),
    withdraw: () => (asking.value = false),
  };
}
