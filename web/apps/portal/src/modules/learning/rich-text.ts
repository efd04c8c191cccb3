/** The little markup of lessons: paragraphs, `1.` and `-` lists, `**bold**`. Parsed, never set as HTML. */
export interface Span {
  text: string;
  strong: boolean;
}
export type Block =
  { kind: 'paragraph'; spans: Span[] } | { kind: 'list'; ordered: boolean; items: Span[][] };

export function spans(text: string): Span[] {
  return text
    .split('**')
    .map((part, index) => ({ text: part, strong: index % 2 === 1 }))
    .filter((span) => span.text !== '');
}

const ITEM = /^(?:(\d+)\.|-)\s+(.*)$/;

export function blocks(body: string): Block[] {
  const found: Block[] = [];
  for (const line of body.split('\n')) {
    if (line.trim() === '') continue;
    const item = ITEM.exec(line.trim());
    if (!item) {
      found.push({ kind: 'paragraph', spans: spans(line.trim()) });
      continue;
    }
    const ordered = item[1] !== undefined;
    const last = found[found.length - 1];
    const content = spans(item[2] ?? '');
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(content);
    else found.push({ kind: 'list', ordered, items: [content] });
  }
  return found;
}
