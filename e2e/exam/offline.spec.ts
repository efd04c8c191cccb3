import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { PaperServer } from './support/paper-server';
import { number, saved, sit } from './support/sit';

/** 40 s in CI; three minutes by hand: npm run offline-3-minutes. */
const OFFLINE_MS = Number(process.env.TANSHI_OFFLINE_SECONDS ?? '40') * 1_000;
const WORDS = '排放量等于活动数据乘以排放因子。'.repeat(13).slice(0, 200);

test('a cut network stops nobody and loses nothing, before the deadline and at it', async ({
  page,
  browser,
}) => {
  test.setTimeout(OFFLINE_MS + 120_000);
  // Side by side, because both are mostly waiting.
  const other = await (await browser.newContext()).newPage();
  await Promise.all([cutForAWhile(page), cutAtTheDeadline(other)]);
});

async function cutForAWhile(page: Page): Promise<void> {
  const server = new PaperServer();
  await sit(page, server);
  await page.keyboard.press('a');
  await saved(page);

  server.unplugged = true;
  const cutAt = Date.now();
  await expect(page.getByText('网络中断。')).toBeVisible({ timeout: 15_000 });
  for (let n = 2; n <= 12; n += 1) {
    await number(page, n).click();
    await expect(page.locator('main').getByText(/^题干之/)).toBeVisible();
    if (n <= 7) await page.keyboard.press('b');
  }
  await number(page, 41).click();
  await page.getByRole('textbox', { name: /题作答/ }).fill(WORDS);
  await expect(page.locator('.chip')).toContainText(/已存本机 · 待上传 7/);
  await page.waitForTimeout(Math.max(0, OFFLINE_MS - (Date.now() - cutAt)));
  if (OFFLINE_MS > 70_000) await expect(page.getByText('已通知监考人员，请举手。')).toBeVisible();
  expect(server.log).toHaveLength(1);

  server.unplugged = false;
  await saved(page);
  await expect.poll(() => server.log.length, { timeout: 20_000 }).toBe(8);
  expect(server.log.some(({ text }) => text === WORDS)).toBe(true);
  await expect(page.getByText('网络已恢复，全部答案已保存。')).toBeVisible();
  expect(server.asked.filter((what) => what === 'entry')).toHaveLength(1);
}

async function cutAtTheDeadline(page: Page): Promise<void> {
  const server = new PaperServer();
  await sit(page, server);
  server.endIn(20_000);
  await page.keyboard.press('a');
  await saved(page);
  server.unplugged = true;
  await number(page, 2).click();
  await page.keyboard.press('b');
  await expect(page.getByText('时间到，作答已封存。')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/分钟内联网自动计入；更晚的由考务裁定/)).toBeVisible();
  await page.keyboard.press('c');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /保存应急答卷文件/ }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  const file = JSON.parse(text) as Record<string, unknown>;
  expect(Object.keys(file).sort()).toEqual([
    'attempt',
    'content',
    'format',
    'nonce',
    'savedAt',
    'sitting',
    'wrappedKey',
  ]);
  expect(text).not.toMatch(/陆知秋|2612260301|choices/);
  server.unplugged = false;
  await expect(page.getByRole('heading', { name: '已交卷' })).toBeVisible({ timeout: 30_000 });
  expect(server.log.map(({ choices }) => choices?.length)).toEqual([1, 1]);
}

test('a second window is refused, and says why', async ({ page, context }) => {
  const server = new PaperServer();
  await sit(page, server);
  const second = await context.newPage();
  await server.serve(second);
  await second.goto('/exam/');
  await second.getByLabel('准考证号').fill('2612260301');
  await second.getByLabel('证件号').fill('33010119900101002X');
  await second.getByLabel('考场代码').fill('QK7R');
  await second.getByRole('button', { name: '进入考场' }).click();
  await expect(second.getByRole('heading', { name: '考试已在另一个窗口打开' })).toBeVisible();
  expect(server.asked.filter((what) => what === 'entry')).toHaveLength(1);
  await page.bringToFront();
  await page.keyboard.press('a');
  await saved(page);
  await page.reload();
  await expect(page.getByRole('navigation', { name: '题号' })).toBeVisible();
});
