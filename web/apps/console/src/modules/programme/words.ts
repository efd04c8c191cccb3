const DOCUMENTS: Record<string, string> = {
  programme: '项目说明与试卷构成',
  syllabus: '评测大纲',
  materials: '报名资料',
  parameters: '参数与默认值',
};

/** The installed document in words; a rule set keeps its code. */
export function documentName(document: string): string {
  if (document.startsWith('rule-sets/')) return `申报条件 ${document.slice('rule-sets/'.length)}`;
  return DOCUMENTS[document] ?? document;
}

/** Splits `E1 初级(5)要求…` into the mark of a contradiction and its text. */
export function noteParts(note: string): { mark: string; text: string } {
  const found = /^(E\d+)\s+(.*)$/s.exec(note);
  return found ? { mark: found[1] ?? '', text: found[2] ?? '' } : { mark: '', text: note };
}
