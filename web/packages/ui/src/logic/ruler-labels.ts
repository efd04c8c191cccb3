/** Where the texts of the horizontal ruler stand, so that none lies over another or over another mark's line. */

/** Width of a line of mixed Chinese and Latin text in em, close enough to keep labels apart. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const char of text) {
    if (/[\u2e80-\u9fff\uff00-\uffef]/.test(char)) em += 1;
    else if (char === ' ') em += 0.28;
    else if (/[-·:.]/.test(char)) em += 0.33;
    else em += 0.58;
  }
  return em * fontSize;
}

export type RulerAnchor = 'start' | 'middle' | 'end';

export interface PlacedMark {
  key: string;
  x: number;
  label: string;
  date: string;
  anchor: RulerAnchor;
  /** 0 sits on the line, every further one a row further away from it. */
  level: number;
  tone: 'plain' | 'exam' | 'today';
  provisional: boolean;
}

export interface Mark {
  key: string;
  x: number;
  label: string;
  dates: string[];
  tone: PlacedMark['tone'];
  provisional: boolean;
}

interface Layout {
  cost: number;
  /** Where the texts of each row end so far. */
  above: readonly number[];
  below: readonly number[];
  placed: PlacedMark[];
}

const FONT = 12;
const GAP = 18;
/** Between a text and the line of another mark that passes it. */
const LINE_GAP = 5;
const LEVELS = [0, 1, 2] as const;
/** Of every way to set the last two marks so many are followed: a cheap beginning may leave no room later. */
const KEPT = 1;

/** By how much the text of a mark is moved away from its line. */
export function besides(anchor: RulerAnchor): number {
  return { start: 3, middle: 0, end: -3 }[anchor];
}

function extent(x: number, width: number, anchor: RulerAnchor): [number, number] {
  if (anchor === 'middle') return [x - width / 2, x + width / 2];
  // Outward anchors keep clear of the mark's own line.
  const from = x + besides(anchor);
  return anchor === 'start' ? [from, from + width] : [from - width, from];
}

interface Option {
  mark: PlacedMark;
  cost: number;
  /** Where label and date reach from and to. */
  top: [number, number];
  foot: [number, number];
}

/** Measured once for every mark, however many layouts they are tried in. */
function candidates(mark: Mark, width: number): Option[] {
  const { key, x, label, tone, provisional } = mark;
  const size = FONT * (tone === 'plain' ? 1 : 1.04);
  const heavy = tone === 'plain' ? 1 : 4;
  // A settled date may lose its weekday before its label moves aside; a provisional one keeps it longer.
  const shorter = provisional ? 3 : 1.5;
  const labelWidth = textWidth(label, size);
  return mark.dates.flatMap((date, shortened) => {
    const dateWidth = textWidth(date, size);
    return (['middle', 'end', 'start'] as const).flatMap((anchor) => {
      const top = extent(x, labelWidth, anchor);
      const foot = extent(x, dateWidth, anchor);
      const left = Math.min(top[0], foot[0]);
      const right = Math.max(top[1], foot[1]);
      const outside = Math.max(0, -left) + Math.max(0, right - width);
      return LEVELS.map((level) => ({
        mark: { key, x, label, date, anchor, level, tone, provisional },
        cost:
          ((anchor === 'middle' ? 0 : 2) + shortened * shorter + level * 8) * heavy + outside * 100,
        top,
        foot,
      }));
    });
  });
}

/** By how much something is too near to what ends before it; lying over it weighs more. */
function nearness(end: number, from: number, gap: number): number {
  return Math.max(0, end + gap - from) + 4 * Math.max(0, end - from);
}

/** Of a text from `from` on to what its row holds, and of its line to the rows that it passes. */
function clash(rows: readonly number[], level: number, from: number, x: number): number {
  let sum = nearness(rows[level] ?? 0, from, GAP);
  for (let row = 0; row < level; row += 1) sum += nearness(rows[row] ?? 0, x, LINE_GAP);
  return sum;
}

/** The rows after a text up to `to`; a line that passes a row keeps later texts of that row behind it. */
function advanced(rows: readonly number[], level: number, to: number, x: number): number[] {
  return rows.map((end, row) => {
    if (row > level) return end;
    return Math.max(end, row === level ? to : x + LINE_GAP - GAP);
  });
}

function extended(layout: Layout, { mark, cost, top, foot }: Option): Layout {
  const { x, level } = mark;
  const touching = clash(layout.above, level, top[0], x) + clash(layout.below, level, foot[0], x);
  return {
    cost: layout.cost + cost + touching * 20,
    above: advanced(layout.above, level, top[1], x),
    below: advanced(layout.below, level, foot[1], x),
    placed: [...layout.placed, mark],
  };
}

function thinned(sorted: readonly Layout[]): Layout[] {
  const kept = new Map<string, number>();
  return sorted.filter(({ placed }) => {
    const key = placed.slice(-2).reduce((all, mark) => `${all}${mark.anchor}${mark.level}`, '');
    const count = kept.get(key) ?? 0;
    kept.set(key, count + 1);
    return count < KEPT;
  });
}

/** Chooses side, row and length of every label so that none touches another or leaves the drawing. */
export function placeMarks(marks: readonly Mark[], width: number): PlacedMark[] {
  const empty = LEVELS.map(() => -99);
  let beam: Layout[] = [{ cost: 0, above: empty, below: empty, placed: [] }];
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    const options = candidates(mark, width);
    const next = beam.flatMap((layout) => options.map((option) => extended(layout, option)));
    beam = thinned(next.sort((a, b) => a.cost - b.cost));
  }
  return beam[0]?.placed ?? [];
}
