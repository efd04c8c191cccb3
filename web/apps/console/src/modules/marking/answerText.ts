/** Cuts an answer into pieces of text. Nothing here makes markup: the page prints the pieces as text. */
export interface Piece {
  text: string;
  /** Marking points (from 0) whose keyword this is; empty for plain text. */
  points: number[];
  /** First place in the answer where a keyword of the point stands. */
  first: number[];
}

export interface Paragraph {
  /** Number hung in the margin: `(1)`, `2.`, `三、`; empty when there is none. */
  number: string;
  pieces: Piece[];
}

const NUMBERED =
  /^\s*([(（]\s*[\d一二三四五六七八九十]{1,2}\s*[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、](?!\d))\s*/;

const fold = (text: string) => text.toLowerCase();

interface Word {
  text: string;
  points: number[];
}

/** Longest first: 「元素碳含量」 wins over 「元素碳」 at the same place. */
function wordsOf(keywords: readonly (readonly string[])[]): Word[] {
  const byText = new Map<string, number[]>();
  keywords.forEach((list, point) => {
    for (const keyword of list) {
      const text = fold(keyword.trim());
      if (text) byText.set(text, [...new Set([...(byText.get(text) ?? []), point])]);
    }
  });
  return [...byText]
    .map(([text, points]) => ({ text, points }))
    .sort((a, b) => b.text.length - a.text.length);
}

function cut(line: string, words: readonly Word[], seen: Set<number>): Piece[] {
  const folded = fold(line);
  const pieces: Piece[] = [];
  // Folding may change the length of rare letters; then positions would not agree and nothing is underlined.
  const usable = folded.length === line.length ? words : [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain) pieces.push({ text: plain, points: [], first: [] });
    plain = '';
  };
  while (at < line.length) {
    const word = usable.find((w) => folded.startsWith(w.text, at));
    if (word) {
      flush();
      const first = word.points.filter((point) => !seen.has(point));
      first.forEach((point) => seen.add(point));
      pieces.push({ text: line.slice(at, at + word.text.length), points: word.points, first });
      at += word.text.length;
    } else {
      plain += line[at];
      at += 1;
    }
  }
  flush();
  return pieces;
}

/** Paragraphs of an answer with the keywords of each marking point found in them. */
export function paragraphs(answer: string, keywords: readonly (readonly string[])[]): Paragraph[] {
  const words = wordsOf(keywords);
  const seen = new Set<number>();
  return answer
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => {
      const found = NUMBERED.exec(line);
      const number = found?.[1] ?? '';
      return { number, pieces: cut(line.slice(found?.[0].length ?? 0), words, seen) };
    });
}

/** Marking points of which the answer holds a keyword. */
export function pointsSeen(parts: readonly Paragraph[]): Set<number> {
  return new Set(parts.flatMap((p) => p.pieces.flatMap((piece) => piece.points)));
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
export const circled = (point: number): string => CIRCLED[point] ?? `(${point + 1})`;
