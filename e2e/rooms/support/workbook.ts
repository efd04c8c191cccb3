import { entriesOf, zipOf } from './zip';

const plain = (xml: string) =>
  xml
    .replace(/<rPh.*?<\/rPh>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Types into the cells of a workbook's first sheet, as somebody does in Excel: for each row that has a name in column B,
 * `typed` says what comes into which column.
 */
export function typeInto(
  workbook: Buffer,
  typed: (name: string) => Readonly<Record<string, string>>,
): Buffer {
  const parts = entriesOf(workbook);
  const part = (name: string) => parts.find((each) => each.name.toString() === name);
  const shared = [
    ...(part('xl/sharedStrings.xml')?.content.toString() ?? '').matchAll(/<si>(.*?)<\/si>/gs),
  ].map((found) => plain(found[1]!));
  const sheet = 'xl/worksheets/sheet1.xml';
  const rows = part(sheet)!
    .content.toString()
    .replace(/<row [^>]*>.*?<\/row>/gs, (row) => {
      const cells = typed(textOf(row, 'B', shared));
      return Object.entries(cells).reduce((xml, [column, text]) => put(xml, column, text), row);
    });
  return zipOf(
    parts.map((each) =>
      each.name.toString() === sheet ? { ...each, content: Buffer.from(rows) } : each,
    ),
  );
}

function cellOf(row: string, column: string): RegExpExecArray | null {
  return new RegExp(`<c r="${column}\\d+"([^>]*?)(?:/>|>(.*?)</c>)`, 's').exec(row);
}

function textOf(row: string, column: string, shared: readonly string[]): string {
  const cell = cellOf(row, column);
  if (!cell) return '';
  const value = /<v>(.*?)<\/v>/s.exec(cell[2] ?? '')?.[1];
  if (cell[1]!.includes('t="s"')) return shared[Number(value)] ?? '';
  return value ?? plain(cell[2] ?? '');
}

function put(row: string, column: string, text: string): string {
  const cell = cellOf(row, column);
  const style = / s="\d+"/.exec(cell?.[1] ?? '')?.[0] ?? '';
  const number = / r="(\d+)"/.exec(row)?.[1];
  const typed = `<c r="${column}${number}"${style} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  if (cell) return row.replace(cell[0], typed);
  // A cell that was empty is not in the file; the cells of a row stand in order.
  const next = [...row.matchAll(/<c r="([A-Z]+)\d+"/g)].find((each) => each[1]! > column);
  return next ? row.replace(next[0], typed + next[0]) : row.replace('</row>', `${typed}</row>`);
}
