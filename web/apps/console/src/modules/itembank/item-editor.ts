import { computed, ref, shallowRef } from 'vue';
import { ProblemError, api, dataOf, type Schemas } from '@tanshi/api-client';
import {
  differences,
  draftOf,
  sameContent,
  type Content,
  type Difference,
  type Draft,
} from './item-draft';

export type Detail = Schemas['ItemDetail'];

export interface Conflict {
  theirs: Detail;
  draft: Draft;
  parts: Difference[];
}

/** One item in the editor: what the server has, what is typed, and what to do when both moved on. */
export function useItemEditor(id: string) {
  const detail = shallowRef<Detail | null>(null);
  const draft = ref<Draft | null>(null);
  const problem = shallowRef<ProblemError | null>(null);
  const failure = shallowRef<ProblemError | null>(null);
  const conflict = shallowRef<Conflict | null>(null);
  const busy = ref(false);
  const done = ref('');
  // The version that the typed text was made from.
  const base = shallowRef<Detail | null>(null);

  const dirty = computed(
    () =>
      draft.value !== null &&
      base.value !== null &&
      !sameContent(draft.value, draftOf(base.value.content)),
  );
  const path = { params: { path: { id } } };
  const fetchDetail = () => dataOf(api.GET('/api/author/items/{id}', path));

  function accept(found: Detail) {
    detail.value = found;
    base.value = found;
    draft.value = draftOf(found.content);
    conflict.value = null;
    failure.value = null;
  }

  async function load() {
    problem.value = null;
    try {
      accept(await fetchDetail());
    } catch (error) {
      problem.value = ProblemError.from(error);
    }
  }

  async function keep(act: () => Promise<void>) {
    if (busy.value) return;
    busy.value = true;
    failure.value = null;
    done.value = '';
    try {
      await act();
    } catch (error) {
      failure.value = ProblemError.from(error);
      if (failure.value.type.endsWith('itembank/newer-version')) await showConflict();
    } finally {
      busy.value = false;
    }
  }

  async function showConflict() {
    if (!draft.value) return;
    const theirs = await fetchDetail();
    detail.value = theirs;
    const other = draftOf(theirs.content);
    conflict.value = { theirs, draft: other, parts: differences(draft.value, other) };
  }

  const save = (content: Content) =>
    keep(async () => {
      const before = base.value?.latest;
      if (!before) return;
      const found = await dataOf(
        api.PUT('/api/author/items/{id}', { ...path, body: { basedOn: before.id, content } }),
      );
      accept(found);
      done.value =
        found.latest.id === before.id
          ? '内容没有变化，没有产生新版本。'
          : `已保存为第 ${found.latest.number} 版，等待另一人审。`;
    });

  /** Goes on from the other person's version, keeping of one's own what was chosen. */
  function merge(own: readonly (keyof Draft)[]) {
    const { value } = conflict;
    if (!value || !draft.value) return;
    const mine = draft.value;
    base.value = value.theirs;
    draft.value = { ...value.draft, ...Object.fromEntries(own.map((key) => [key, mine[key]])) };
    conflict.value = null;
    failure.value = null;
  }

  const versionPath = () => ({
    params: { path: { id, version: detail.value?.latest.id ?? '' } },
  });
  const approve = () =>
    keep(async () => {
      accept(
        await dataOf(api.POST('/api/author/items/{id}/versions/{version}/approve', versionPath())),
      );
      done.value = '已通过，进入组卷范围。';
    });
  const sendBack = (reason: string) =>
    keep(async () => {
      accept(
        await dataOf(
          api.POST('/api/author/items/{id}/versions/{version}/return', {
            ...versionPath(),
            body: { reason },
          }),
        ),
      );
      done.value = '已退回作者修改。';
    });
  const retire = (reason: string) =>
    keep(async () => {
      accept(
        await dataOf(api.POST('/api/author/items/{id}/retire', { ...path, body: { reason } })),
      );
      done.value = '已停用，不再进入新的试卷。';
    });

  return {
    detail,
    draft,
    base,
    problem,
    failure,
    conflict,
    busy,
    done,
    dirty,
    load,
    save,
    merge,
    approve,
    sendBack,
    retire,
  };
}
