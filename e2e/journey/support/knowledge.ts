import { readdirSync, readFileSync } from 'node:fs';

interface Item {
  readonly stem: string;
  readonly type: string;
  readonly options?: { id: string; text: string }[];
  readonly key?: string[];
  readonly modelAnswer?: string;
}

const HOME = new URL('../../..', import.meta.url).pathname;
const STARTER = `${HOME}/server/src/main/resources/itembank/starter`;

/** Text as compared: subscripts and spaces are set differently on the screen. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const items: Item[] = readdirSync(STARTER)
  .filter((file) => /^T\d.*\.json$/.test(file))
  .flatMap((file) => JSON.parse(readFileSync(`${STARTER}/${file}`, 'utf8')) as Item[]);

/** A well-prepared candidate: knows the item on the screen by its stem. */
export function recall(screen: string): { right: string[]; wrong: string; answer: string } {
  const text = plain(screen);
  const item = items.find((each) => text.includes(plain(each.stem)));
  if (!item)
    throw new Error(`the item on the screen is not one of the bank: ${screen.slice(0, 80)}`);
  const options = item.options ?? [];
  return {
    right: options.filter((option) => item.key?.includes(option.id)).map((option) => option.text),
    wrong: options.find((option) => !item.key?.includes(option.id))?.text ?? '',
    answer: item.modelAnswer ?? '',
  };
}
