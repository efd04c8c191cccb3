/** What a marker has given but not yet submitted, kept per answer until the server has it. */
export interface Draft {
  given: number[];
  remark: string;
}

const PREFIX = 'tanshi.marking.';

/** Kept for this window only, so that a reload or a lost reservation costs nothing. */
export const drafts = {
  keep(answer: string, draft: Draft): void {
    try {
      sessionStorage.setItem(PREFIX + answer, JSON.stringify(draft));
    } catch {
      // Storage may be closed; the page still holds what was typed.
    }
  },

  find(answer: string): Partial<Record<keyof Draft, unknown>> | undefined {
    try {
      const found: unknown = JSON.parse(sessionStorage.getItem(PREFIX + answer) ?? 'null');
      return found !== null && typeof found === 'object' ? found : undefined;
    } catch {
      return undefined;
    }
  },

  drop(answer: string): void {
    try {
      sessionStorage.removeItem(PREFIX + answer);
    } catch {
      // Nothing was kept.
    }
  },
};
