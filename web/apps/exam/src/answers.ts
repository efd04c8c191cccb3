import { reactive } from 'vue';
import type { LogEntry } from './log/chain';
import type { SavedAnswerView } from './types';
import { type Given, NOTHING } from './paper';

/** What stands on the screen for each item: the server's answers with the local log on top. */
export function createAnswers() {
  const given = reactive(new Map<string, Given>());

  function of(itemId: string): Given {
    return given.get(itemId) ?? NOTHING;
  }

  function set(itemId: string, change: Partial<Given>) {
    given.set(itemId, { ...of(itemId), ...change });
  }

  function restore(saved: readonly SavedAnswerView[], log: readonly LogEntry[]) {
    given.clear();
    for (const { itemId, choices, text, flagged } of saved) {
      given.set(itemId, { choices, text, flagged });
    }
    for (const entry of log) {
      set(entry.itemId, entry.answer ?? { flagged: entry.flagged ?? false });
    }
  }
  return { of, set, restore };
}
