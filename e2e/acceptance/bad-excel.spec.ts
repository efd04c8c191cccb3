import { expect, test, type Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { staff } from '../journey/support/roles';
import { typeInto } from '../rooms/support/workbook';
import { entriesOf } from '../rooms/support/zip';
import { demoFile, newBatch, upload } from './support';

test.describe.configure({ mode: 'serial' });

interface Expected {
  people: { row: number; name: string; expect: string[] }[];
}

const people = () =>
  (JSON.parse(readFileSync(demoFile('报名-有错.expected.json'), 'utf8')) as Expected).people;
const faulty = () => people().filter((person) => person.expect[0] !== 'accepted');

let address = '';

/** Who stands in the roster, one line for each: name, masked number, level, state and when it was handed in. */
async function enrolled(page: Page): Promise<string[]> {
  const other = await page.context().newPage();
  await other.goto('/console/roster');
  const rows = other.getByRole('table').locator('tbody').getByRole('row');
  const tab = other.getByRole('button', { name: /^全部/ });
  await expect(tab).toContainText(/\d/);
  await expect(rows).toHaveCount(Number(/\d+/.exec(await tab.innerText())));
  const lines = await rows.allInnerTexts();
  await other.close();
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).sort();
}

/** How many stand in the roster of the sitting. */
async function roster(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.goto('/console/roster');
  const tab = other.getByRole('button', { name: /^全部/ });
  await expect(other.getByRole('row').nth(1)).toBeVisible();
  await expect(tab).toContainText(/\d/);
  const said = await tab.innerText();
  await other.close();
  return said;
}

test('check 2: a bad workbook is told fault by fault, and nothing is written', async ({
  browser,
}) => {
  const page = await newBatch(browser);
  const before = await roster(page);
  await upload(page, demoFile('报名-有错.zip'));
  await expect(page.getByRole('listitem').filter({ hasText: /^3 修正 8 行/ })).toBeVisible({
    timeout: 60_000,
  });
  address = page.url().split('?')[0]!;
  const table = page.getByRole('region', { name: '被阻断的行' });
  for (const person of faulty()) {
    const row = table.getByRole('row').filter({ hasText: person.name });
    await expect(row).toContainText(String(person.row));
    const words = row.locator('.person__words p').first();
    await expect(words, `what was found with ${person.name}`).toContainText(
      /应|必填|不|已变成|表示/,
    );
    await expect(words.locator('.person__fix'), `what to do for ${person.name}`).toHaveText(/请/);
    console.log(`${person.row} ${person.expect.join()}: ${await words.innerText()}`);
  }
  const groups = page.getByRole('navigation', { name: '按修法分组' });
  await expect(groups).toContainText('共 8 行');
  await expect(groups, 'notices stand apart').toContainText('提示，不阻断 2 条');
  expect(await table.innerText(), 'numbers are masked').not.toMatch(/\d{17}[\dX]/);
  expect(await roster(page), 'the roster is as it was').toBe(before);
});

/** What a clerk with the papers at hand types. */
const REPAIRS: Record<string, Record<string, string>> = {
  'level-unknown': { R: '中级' },
  'phone-invalid': { F: '13800001111' },
  'required-missing:工作单位': { L: '某环保设备有限公司' },
  'spreadsheet-formula': { L: '某电力设计院' },
  'not-eligible': { N: '3' },
};

/** The right number: its digits, and the check character that belongs to them. */
function numberOf(first: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return (
    first +
    '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(first[i]), 0) % 11]!
  );
}

function repair(name: string, folders: Map<string, string>): Record<string, string> {
  const person = faulty().find((each) => each.name === name);
  if (!person) return {};
  const code = person.expect[0]!;
  const known = REPAIRS[code];
  if (known) return known;
  const number = folders.get(name)!;
  if (code === 'sex-contradicts-id') return { C: Number(number[16]) % 2 === 1 ? '男' : '女' };
  return { E: numberOf(number.slice(0, 17)) };
}

test('check 3: the faulty rows go out, come back repaired, and a third time nothing changes', async ({
  browser,
}) => {
  const page = await staff(browser, 'institution');
  await page.goto(address);
  const ready = page.getByRole('button', { name: /^试运行可提交的/ });
  await ready.click();
  await page.getByRole('button', { name: /^提交 32 行/ }).click();
  await expect(page.getByText('已提交 32 人')).toBeVisible({ timeout: 60_000 });
  await page.goto(`${address}?step=repair`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /问题行/ }).click();
  const path = await (await download).path();
  const numbers = new Map(foldersOf(demoFile('报名-有错.zip')));
  const repaired = `${path}.xlsx`;
  writeFileSync(
    repaired,
    typeInto(readFileSync(path), (name) => repair(name, numbers)),
  );
  const others = await enrolled(page);
  await sendAgain(page, repaired);
  await expect.poll(() => figures(page)).toBe('新增 8 · 更新 0 · 跳过 0 · 阻断 0');
  await page.getByRole('button', { name: /^提交 8 行/ }).click();
  await expect(page.getByText('已提交 8 人')).toBeVisible({ timeout: 60_000 });

  const people = await enrolled(page);
  expect(
    people.filter((line) => !others.includes(line)),
    'those eight are new',
  ).toHaveLength(8);
  expect(
    others.filter((line) => !people.includes(line)),
    'nobody else is touched',
  ).toEqual([]);

  const before = await roster(page);
  await sendAgain(page, repaired);
  await expect.poll(() => figures(page)).toBe('新增 0 · 更新 0 · 跳过 8 · 阻断 0');
  await expect(page.getByText(/跳过 8 人：已经报名，没有产生第二份报名/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^提交 \d+ 行/ })).toHaveCount(0);
  expect(await roster(page)).toBe(before);
  expect(await enrolled(page), 'nothing is changed, nobody stands there twice').toEqual(people);
});

async function sendAgain(page: Page, file: string): Promise<void> {
  await page.goto(`${address}?step=upload`);
  await upload(page, file);
  await expect(page, 'the check is over').not.toHaveURL(/step=upload/, { timeout: 60_000 });
  await expect(page.getByText(/检查完毕/)).toBeVisible({ timeout: 60_000 });
}

/** How many rows the batch would add, change and leave, as whichever step is open says it. */
async function figures(page: Page): Promise<string> {
  const text = await page.locator('main').innerText();
  return ['新增', '更新', '跳过', '阻断']
    .map((word) => `${word} ${new RegExp(`(\\d+)\\s*${word}`).exec(text)?.[1] ?? '?'}`)
    .join(' · ');
}

function foldersOf(path: string): [string, string][] {
  return entriesOf(readFileSync(path)).flatMap((entry) => {
    const utf8 = (entry.flags & 0x0800) !== 0;
    const name = new TextDecoder(utf8 ? 'utf-8' : 'gbk').decode(entry.name);
    const found = /(?:^|\/)([^/_]+)_(\d{17}[\dXx])[./]/.exec(name);
    return found ? [[found[1]!, found[2]!] as [string, string]] : [];
  });
}
