import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { plain, recall } from './knowledge';
import { newPerson, staff } from './roles';
import { shot } from './shots';

/** The sitting that everything here is about. */
export const SITTING = '2026 年 12 月考期';

/** Moves the business clock of the demo; the page asks before it does. */
export async function moveClock(admin: Page, jump: string): Promise<void> {
  await admin.goto('/console/demo-clock');
  const sitting = admin.getByRole('region', { name: SITTING });
  await sitting.getByRole('button', { name: jump, exact: true }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '改动时间' }).click();
  await expect(admin.getByText('业务时间已经改动')).toBeVisible();
}

/** Assembled and proposed by one administrator, sealed by another. */
export async function sealForms(browser: Browser): Promise<Page> {
  const page = await staff(browser, 'admin');
  await page.getByRole('link', { name: '组卷与封存' }).click();
  await page.getByRole('button', { name: /^组卷/ }).click();
  await page.getByRole('button', { name: /^送封存/ }).click();
  await expect(page.getByText('须由另一位管理员')).toBeVisible();

  const other = await staff(browser, 'admin2');
  await other.getByRole('link', { name: '组卷与封存' }).click();
  await other.getByRole('button', { name: /^确认封存/ }).click();
  await other.getByRole('dialog').getByRole('button', { name: '确认封存' }).click();
  await expect(other.getByText('已封存。内容与顺序不能再改动。')).toBeVisible();
  return other;
}

/** Lets the candidates in: business time goes to five minutes before the bell. */
export async function openDoors(admin: Page): Promise<void> {
  await admin.getByRole('button', { name: '演示：现在开考' }).click();
  await admin.getByRole('dialog').getByRole('button').last().click();
  await expect(admin.getByRole('region', { name: '到场' })).toBeVisible();
}

/** What a candidate holds when sitting down: the ticket, the identity card, and the code announced in the room. */
export interface Sitter {
  readonly ticket: string;
  readonly idNumber: string;
  readonly roomCode: string;
}

/** Goes from the entry page to the waiting room, or straight to the paper after the bell. */
export async function enter(browser: Browser, sitter: Sitter, pictures = false): Promise<Page> {
  const page = await newPerson(browser);
  page.on(
    'response',
    (response) =>
      void refuseKeys(response.url(), response.headers()['content-type'], () => response.text()),
  );
  await knock(page, sitter, pictures);
  await sitDown(page, pictures);
  return page;
}

/** At another machine, while the exam is under way: waits until the invigilator lets in there. */
export async function enterElsewhere(browser: Browser, sitter: Sitter, board: Page): Promise<Page> {
  const page = await newPerson(browser);
  await knock(page, sitter);
  await expect(page.getByRole('heading', { name: '等待监考员放行' })).toBeVisible();
  const incidents = board.getByRole('region', { name: '需要你处理' });
  await incidents.getByRole('button', { name: '放行', exact: true }).first().click();
  await sitDown(page);
  return page;
}

/** Ticket, document and room code at the door. */
export async function knock(page: Page, sitter: Sitter, pictures = false): Promise<void> {
  await page.goto('/exam/');
  await page.getByLabel('准考证号').fill(sitter.ticket);
  await page.getByLabel('证件号').fill(sitter.idNumber);
  await page.getByLabel('考场代码').fill(sitter.roomCode);
  if (pictures) await shot(page, 'exam-entry');
  await page.getByRole('button', { name: '进入考场' }).click();
}

/** From the door through identity and rules. */
export async function sitDown(page: Page, pictures = false): Promise<void> {
  await expect(page.getByRole('heading', { name: '核对本人' })).toBeVisible();
  await page.getByLabel(/输入法测试/).fill('碳排放核算');
  if (pictures) await shot(page, 'exam-identity');
  await page.getByRole('button', { name: '是我本人，继续' }).click();
  await page.getByLabel('我已阅读，并遵守考场规则').check();
  if (pictures) await shot(page, 'exam-rules');
  await page.getByRole('button', { name: /进入等候|开始作答/ }).click();
}

/**
 * No key of an item, mark or explanation may be in anything a candidate receives. The key of the sealed paper is another
 * thing: it comes at the bell; what is in the paper is looked at by the server's tests.
 */
export const leaks: string[] = [];
async function refuseKeys(
  url: string,
  type: string | undefined,
  text: () => Promise<string>,
): Promise<void> {
  if (!url.includes('/api/') || !type?.includes('json')) return;
  const body = await text().catch(() => '');
  for (const word of [
    '"key"',
    '"keys"',
    '"correct"',
    '"rationale"',
    '"markingPoints"',
    '"modelAnswer"',
    '"score"',
  ]) {
    if (word === '"key"' && url.endsWith('/api/exam/key')) continue;
    if (body.includes(word)) leaks.push(`${word} in ${url}`);
  }
}

async function choose(item: Locator, texts: readonly string[]): Promise<void> {
  const shown = (await item.locator('label').allInnerTexts()).map(plain);
  for (const text of texts) {
    const index = shown.findIndex((label) => label.includes(plain(text)));
    expect(index, `option ${text} among ${shown.join(' | ')}`).toBeGreaterThanOrEqual(0);
    await item.locator('label').nth(index).click();
  }
}

interface Answering {
  /** The first and the last item answered. */
  readonly from: number;
  readonly to: number;
  /** Up to this item the candidate chooses wrongly. */
  readonly misses: number;
  readonly pictures?: boolean;
}

/** Answers item by item, as a candidate who knows the subject but misses the first few. */
export async function answer(page: Page, { from, to, misses, pictures }: Answering): Promise<void> {
  await expect(page.getByRole('navigation', { name: '题号' })).toBeVisible({ timeout: 30_000 });
  const item = page.locator('main');
  for (let n = from; n <= to; n++) {
    await expect(item.getByText(`第 ${n} 题`, { exact: true })).toBeVisible();
    const known = recall(await item.innerText());
    if (n > 40) await page.getByRole('textbox', { name: /题作答/ }).fill(known.answer);
    else await choose(item, n <= misses ? [known.wrong] : known.right);
    if (n === 5) await page.getByRole('button', { name: '标记本题' }).click();
    if (pictures && n === 12) await saved(page);
    if (pictures && n === 12) await shot(page, 'exam-answering');
    if (pictures && n === 41) await shot(page, 'exam-short-answer');
    if (n < 45) await page.getByRole('button', { name: '下一题' }).click();
  }
}

/** The screen calls every answer saved, which it may only after the server has acknowledged it. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('.chip')).toContainText('已保存', { timeout: 120_000 });
}

/** Answered items as the number rail counts them. */
export async function answered(page: Page): Promise<number> {
  const counts = page.locator('.rail__counts, .rail__figures');
  return Number(/已答\s*(\d+)/.exec(await counts.innerText())?.[1] ?? -1);
}

/** Hands in with both confirmations and waits for the receipt. */
export async function handIn(page: Page, picture?: string): Promise<void> {
  await page.getByRole('button', { name: '交卷' }).click();
  await expect(page.getByText(/未上传 0 条/)).toBeVisible();
  if (picture) await shot(page, picture);
  await page.getByRole('button', { name: '继续交卷' }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await expect(page.getByRole('heading', { name: '已交卷' })).toBeVisible();
}
