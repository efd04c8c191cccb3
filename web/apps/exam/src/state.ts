import { computed, ref, shallowRef } from 'vue';
import type { ProblemError } from '@tanshi/api-client';
import { createAnswers } from './answers';
import { chipOf } from './chip';
import { countOf, type PlacedItem, type PlacedSection } from './paper';
import type { KeptSession } from './session';
import type { NewsView, ReceiptView } from './types';

export type Stage =
  | 'loading'
  | 'entry'
  | 'release'
  | 'locked'
  | 'trial'
  | 'identity'
  | 'rules'
  | 'waiting'
  | 'answering'
  | 'receipt'
  | 'stopped'
  | 'check';

export interface Stop {
  title: string;
  detail: string;
  /** Whether entering again at this machine can help. */
  again: boolean;
}

/** What the components show; changed by the exam's flow alone. */
export function createState() {
  const answers = createAnswers();
  const stage = ref<Stage>('loading');
  const session = shallowRef<KeptSession>();
  const news = shallowRef<NewsView>();
  const sections = shallowRef<PlacedSection[]>([]);
  const position = ref(1);
  /** Server time in milliseconds, four times a second. */
  const now = ref(0);
  /** The time is over and the input is closed. */
  const sealed = ref(false);
  const localFailed = ref(false);
  const lostFor = ref(0);
  const unsent = ref(0);
  /** How many were unsent when the connection came back. */
  const backlog = ref(0);
  const savedAt = ref<string>();

  const items = computed<PlacedItem[]>(() => sections.value.flatMap((section) => section.items));
  const paused = computed(() => news.value?.state === 'PAUSED');
  return {
    answers,
    stage,
    session,
    news,
    sections,
    position,
    now,
    sealed,
    localFailed,
    lostFor,
    unsent,
    backlog,
    savedAt,
    items,
    paused,
    longestText: ref(2000),
    receipt: shallowRef<ReceiptView>(),
    stop: shallowRef<Stop>(),
    photo: ref<string>(),
    loadProblem: shallowRef<ProblemError>(),
    handRaised: ref(false),
    /** Was in full screen, and is no longer. */
    windowed: ref(false),
    /** Entries of this machine that do not fit the server's log. */
    stranded: ref(0),
    /** Their items. */
    strandedItems: shallowRef<string[]>([]),
    /** Entries that had not arrived when the attempt was handed in. */
    leftBehind: ref(0),
    item: computed(() => items.value[position.value - 1]),
    remaining: computed(() =>
      news.value ? Math.max(0, Date.parse(news.value.deadline) - now.value) : 0,
    ),
    untilBell: computed(() => (news.value ? Date.parse(news.value.bell) - now.value : 0)),
    counts: computed(() => countOf(items.value, answers.of)),
    locked: computed(() => sealed.value || paused.value || localFailed.value),
    chip: computed(() =>
      chipOf({
        unsent: unsent.value,
        backlog: backlog.value,
        lostFor: lostFor.value,
        localFailed: localFailed.value,
        sealed: sealed.value,
        savedAt: savedAt.value,
      }),
    ),
  };
}
