/** The state of the form on a sitting's page: what is chosen, and what the server says it would lead to. */
import { computed, ref, shallowRef, watch, type ShallowRef } from 'vue';
import { ProblemError, type Schemas } from '@tanshi/api-client';
import {
  bodyOf,
  draftOf,
  isChanged,
  movedCount,
  type DeadlineRow,
  type Draft,
  type MoveBody,
  type SittingPage,
} from './sitting-move';

type Outlook = Schemas['SittingOutlook'];

const EMPTY: Draft = {
  choice: '',
  otherDate: '',
  override: false,
  closesDate: '',
  closesTime: '17:30',
  basis: '',
};
const WAIT_MS = 250;

export function useSittingForm(
  page: ShallowRef<SittingPage | null>,
  ask: (body: MoveBody) => Promise<Outlook>,
) {
  const draft = ref<Draft>({ ...EMPTY });
  const outlook = shallowRef<Outlook | null>(null);
  const outlookProblem = shallowRef<ProblemError | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const changed = computed(() => page.value !== null && isChanged(draft.value, page.value));
  const body = computed(() => (page.value ? bodyOf(draft.value, page.value) : null));
  const after = computed<readonly DeadlineRow[]>(() => outlook.value?.deadlines ?? []);
  const moved = computed(() => movedCount(page.value?.deadlines ?? [], after.value));
  const refusals = computed<Record<string, string>>(() => {
    const field = outlook.value?.refusedField;
    return field ? { [field]: outlook.value?.refusal ?? '' } : {};
  });

  /** Words for the calendar sheet. */
  const notes = computed(() => {
    const words: Record<string, string> = {};
    for (const reading of page.value?.readings ?? []) {
      const word = reading.label.replace('的周六', '').replace('周六', '');
      words[reading.date] = words[reading.date] ? '考试' : word;
    }
    const rows = after.value.length > 0 ? after.value : (page.value?.deadlines ?? []);
    const closing = rows.find((row) => row.key === 'REGISTRATION_CLOSES');
    if (closing && !words[closing.date]) words[closing.date] = '截止';
    return words;
  });

  function reset() {
    draft.value = page.value ? draftOf(page.value) : { ...EMPTY };
  }

  async function look(wanted: MoveBody) {
    turn += 1;
    const mine = turn;
    try {
      const answer = await ask(wanted);
      if (mine === turn) {
        outlook.value = answer;
        outlookProblem.value = null;
      }
    } catch (error) {
      if (mine === turn) outlookProblem.value = ProblemError.from(error);
    }
  }

  watch(page, reset, { immediate: true });
  watch([body, changed], ([wanted, isNew]) => {
    clearTimeout(timer);
    turn += 1;
    if (!isNew || !wanted) {
      outlook.value = null;
      outlookProblem.value = null;
      return;
    }
    timer = setTimeout(() => void look(wanted), WAIT_MS);
  });

  return { draft, body, changed, after, moved, notes, refusals, outlook, outlookProblem, reset };
}
