import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { peopleOf } from '../../journey/support/package';
import { enter, knock, moveClock, sitDown, type Sitter } from '../../journey/support/exam';
import { staff } from '../../journey/support/roles';
import { load } from '../../journey/support/state';

export interface Examinee extends Sitter {
  readonly name: string;
}

/** One exam hour with its people; every test of a file goes on with it. */
export interface Hour {
  readonly admin: Page;
  readonly board: Page;
  readonly sitters: Examinee[];
}

/** Everyone who holds a ticket, with the code of the room the seat is in. */
async function sittersOf(duty: Page): Promise<Examinee[]> {
  await duty.getByRole('button', { name: '显示考场代码' }).click();
  const { tickets } = load();
  const people = peopleOf(process.env.TANSHI_BATCH ?? '').filter(
    ({ idNumber }) => tickets[idNumber],
  );
  const found: Examinee[] = [];
  for (const { name, idNumber } of people) {
    const room = duty.locator('.room').filter({ hasText: name });
    const roomCode = (await room.locator('.room__code b').innerText()).trim();
    found.push({ name, idNumber, ticket: tickets[idNumber]!, roomCode });
  }
  return found;
}

/** The invigilator's board and the administrator's page, for an hour whose doors are open. */
export async function attend(browser: Browser, admin: Page): Promise<Hour> {
  const board = await staff(browser, 'invigilator');
  await board.getByRole('link', { name: '考前就绪' }).click();
  const sitters = await sittersOf(board);
  await showBoard(board);
  return { admin, board, sitters };
}

export async function showBoard(page: Page): Promise<void> {
  await page.goto('/console/invigilation');
  await page.locator('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '监考面板' })).toBeVisible();
}

export const ring = ({ admin }: Hour) => moveClock(admin, '开考');

/** At the paper, after the bell. */
export async function seat(browser: Browser, sitter: Sitter): Promise<Page> {
  const page = await enter(browser, sitter);
  await expect(numbers(page)).toBeVisible({ timeout: 30_000 });
  return page;
}

/** In a context that is there already. */
export async function seatIn(context: BrowserContext, sitter: Sitter): Promise<Page> {
  const page = await context.newPage();
  await knock(page, sitter);
  await sitDown(page);
  await expect(numbers(page)).toBeVisible({ timeout: 30_000 });
  return page;
}

export const numbers = (page: Page) => page.getByRole('navigation', { name: '题号' });
export const number = (page: Page, n: number) =>
  numbers(page).getByRole('button', { name: new RegExp(`^第 ${n} 题`) });

/** Goes to that item and chooses its first, second… option. */
export async function choose(page: Page, n: number, option: 'a' | 'b' | 'c'): Promise<void> {
  await number(page, n).click();
  await expect(page.locator('main').getByText(`第 ${n} 题`, { exact: true })).toBeVisible();
  await page.keyboard.press(option);
}

export const cut = (page: Page) => page.context().setOffline(true);
export const plug = (page: Page) => page.context().setOffline(false);

/** What the clock on the screen shows, in seconds. */
export async function secondsLeft(page: Page): Promise<number> {
  const text = await page.locator('.bar__clock').innerText();
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

export const incidents = (board: Page) => board.locator('.incident');
export const incidentOf = (board: Page, { name }: Examinee) =>
  incidents(board).filter({ hasText: name });

/** The lines of a candidate's timeline; the panel is shut again. */
export async function timelineOf(board: Page, { name }: Examinee): Promise<string[]> {
  await board.getByRole('button', { name: new RegExp(`^\\d+ 座 ${name}，`) }).click();
  const panel = board.getByRole('dialog', { name });
  const rows = panel.getByRole('table').last().locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const lines = await rows.allInnerTexts();
  await panel.getByRole('button', { name: '关闭' }).click();
  return lines.map((line) => line.replace(/\s+/g, ' '));
}

/** The exported table of the sitting, one string a row. */
export async function exportedRows(board: Page, { name }: Examinee): Promise<string[]> {
  const href = await board.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
  const answer = await board.request.get(href!);
  expect(answer.ok()).toBe(true);
  return (await answer.text()).split('\r\n').filter((row) => row.includes(name));
}
