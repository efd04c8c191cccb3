import { computed, ref, watch, type Ref } from 'vue';
import { api, dataOf, type Schemas } from '@tanshi/api-client';
import { useAct } from '@tanshi/ui';
import { offerUndo, undoDecision } from './undo';
import { SENTENCES, type Workbench } from './words';

type Kind = Schemas['WorkbenchDocument']['kind'];
type Reason = Schemas['ReasonView']['reason'];
export interface Mark {
  reason: Reason;
  words: string;
}

interface Draft {
  marks: Partial<Record<Kind, Mark>>;
  refusal: string;
  ruling: { clause: number | null; reason: string };
}

/** What the reviewer has marked and typed; kept in this tab, so that a lost claim or a reload loses nothing. */
export function useDecision(bench: Ref<Workbench | null>, id: Ref<string>) {
  const marks = ref<Partial<Record<Kind, Mark>>>({});
  const refusal = ref('');
  const ruling = ref<{ clause: number | null; reason: string }>({ clause: null, reason: '' });
  const { busy, problem, run } = useAct();
  const key = () => `tanshi:review:${id.value}`;

  function recall() {
    const kept = sessionStorage.getItem(key());
    const draft = kept ? (JSON.parse(kept) as Draft) : null;
    marks.value = draft?.marks ?? {};
    refusal.value = draft?.refusal ?? '';
    ruling.value = draft?.ruling ?? { clause: null, reason: '' };
    problem.value = null;
  }
  watch(id, recall, { immediate: true });
  watch(
    [marks, refusal, ruling],
    () => {
      const draft = { marks: marks.value, refusal: refusal.value, ruling: ruling.value };
      sessionStorage.setItem(key(), JSON.stringify(draft));
    },
    { deep: true },
  );

  const returned = computed(() => Object.keys(marks.value).length);
  const needsRuling = computed(
    () => bench.value !== null && bench.value.verdict.verdict !== 'ELIGIBLE',
  );

  /** Marks a document with a reason, or takes the same mark away again. */
  function mark(kind: Kind, reason: Reason) {
    const before = marks.value[kind];
    if (before?.reason === reason) {
      const rest = { ...marks.value };
      delete rest[kind];
      marks.value = rest;
      return;
    }
    const untouched = !before || before.words === (SENTENCES[before.reason] ?? '');
    const words = untouched ? (SENTENCES[reason] ?? '') : before.words;
    marks.value = { ...marks.value, [kind]: { reason, words } };
  }

  /** Sends a decision; the answer is whether it was heard. The draft stays as long as it can be taken back. */
  async function send(
    words: string,
    decide: (
      params: { path: { id: string } },
      version: number,
    ) => Promise<{ id: string; undoSeconds: number }>,
  ) {
    const decided = bench.value;
    if (!decided) return false;
    return run(async () => {
      const draft = key();
      const answer = await decide({ path: { id: id.value } }, decided.version);
      offerUndo({
        words: `${words} ${decided.name}`,
        seconds: answer.undoSeconds,
        undo: undoDecision(answer.id),
        expired: () => sessionStorage.removeItem(draft),
      });
    });
  }

  const approve = () =>
    send('已通过', (params, version) =>
      dataOf(
        api.POST('/api/review/applications/{id}/approval', {
          params,
          body: needsRuling.value
            ? {
                version,
                rulingClause: ruling.value.clause ?? undefined,
                reason: ruling.value.reason,
              }
            : { version },
        }),
      ),
    );
  const sendBack = () =>
    send('已退回', (params, version) =>
      dataOf(
        api.POST('/api/review/applications/{id}/return', {
          params,
          body: {
            version,
            notes: Object.entries(marks.value).map(([kind, entry]) => ({
              kind: kind as Kind,
              reason: entry.reason,
              words: entry.words,
            })),
          },
        }),
      ),
    );
  const reject = (words: string) =>
    send('审核不通过', (params, version) =>
      dataOf(
        api.POST('/api/review/applications/{id}/rejection', { params, body: { version, words } }),
      ),
    );

  /** Leaves the application to a colleague. */
  async function escalate(words: string) {
    const version = bench.value?.version;
    if (version === undefined) return false;
    return run(() =>
      api.POST('/api/review/applications/{id}/escalation', {
        params: { path: { id: id.value } },
        body: { version, words },
      }),
    );
  }

  return {
    marks,
    refusal,
    ruling,
    busy,
    problem,
    returned,
    needsRuling,
    mark,
    approve,
    sendBack,
    reject,
    escalate,
  };
}
export type Decision = ReturnType<typeof useDecision>;
