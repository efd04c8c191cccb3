/** The parts of the paper with what was reached and what could be reached. */
export interface SectionScore {
  kind: string;
  label: string;
  score: number;
  full: number;
  /** Where the part begins on the scale of the whole paper. */
  from: number;
}

interface Scores {
  singleChoice: number;
  multipleChoice: number;
  extendedText: number;
}

interface Part {
  kind: string;
  label: string;
  count: number;
  points: number;
}

const FIELDS: Record<string, keyof Scores> = {
  SINGLE_CHOICE: 'singleChoice',
  MULTIPLE_CHOICE: 'multipleChoice',
  EXTENDED_TEXT: 'extendedText',
};

/** Empty when the composition does not name every part: then only the total is drawn. */
export function sectionsOf(scores: Scores, composition: readonly Part[]): SectionScore[] {
  let from = 0;
  const sections = composition.flatMap((part) => {
    const field = FIELDS[part.kind];
    if (!field) return [];
    const full = part.count * part.points;
    const section = { kind: part.kind, label: part.label, score: scores[field], full, from };
    from += full;
    return [section];
  });
  return sections.length === Object.keys(FIELDS).length ? sections : [];
}

/** How far from the pass mark, in words. */
export function distance(total: number, passMark: number): string {
  const gap = total - passMark;
  if (gap === 0) return '正好达到合格线';
  return gap > 0 ? `高出合格线 ${gap} 分` : `距合格线 ${-gap} 分`;
}
