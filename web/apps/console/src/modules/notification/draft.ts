export type Tongue = 'zh' | 'en';

/** The words under edit, in both languages. */
export type Draft = Record<Tongue, { subject: string; body: string }>;

export const blankDraft = (): Draft => ({
  zh: { subject: '', body: '' },
  en: { subject: '', body: '' },
});
