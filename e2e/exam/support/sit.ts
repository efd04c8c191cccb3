import { expect, type Page } from '@playwright/test';
import type { PaperServer } from './paper-server';

/** From the door to the first item; `look` is called at each screen on the way. */
export async function sit(
  page: Page,
  server: PaperServer,
  look: (where: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await server.serve(page);
  await page.goto('/exam/');
  await page.getByLabel('准考证号').fill('2612260301');
  await page.getByLabel('证件号').fill('33010119900101002X');
  await page.getByLabel('考场代码').fill('QK7R');
  await page.getByRole('button', { name: '进入考场' }).click();
  await expect(page.getByRole('heading', { name: '核对本人' })).toBeVisible();
  await look('identity');
  await page.getByLabel(/输入法测试/).fill('碳排放核算');
  await page.getByRole('button', { name: '是我本人，继续' }).click();
  await look('rules');
  await page.getByLabel('我已阅读，并遵守考场规则').check();
  await page.getByRole('button', { name: /进入等候|开始作答/ }).click();
  await expect(page.getByRole('navigation', { name: '题号' })).toBeVisible();
}

export const number = (page: Page, n: number) =>
  page
    .getByRole('navigation', { name: '题号' })
    .getByRole('button', { name: new RegExp(`^第 ${n} 题`) });

export const saved = (page: Page) => expect(page.locator('.chip')).toContainText('已保存');

/** Answers items by their numbers: the first option, or words. */
export async function answerItems(page: Page, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) {
    await expect(page.locator('main').getByText(`第 ${n} 题`, { exact: true })).toBeVisible();
    if (n > 40) await page.getByRole('textbox', { name: /题作答/ }).fill(`作答 ${n}`);
    else await page.keyboard.press('a');
    if (n < to) await page.getByRole('button', { name: '下一题' }).click();
  }
}
