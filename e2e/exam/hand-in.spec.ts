import { expect, test, type Page } from '@playwright/test';
import { PaperServer } from './support/paper-server';
import { answerItems, number, saved, sit } from './support/sit';

test('four unanswered and two flagged are named before the hand-in; the receipt stays after a reload', async ({
  page,
}) => {
  const server = new PaperServer();
  await sit(page, server);
  await answerItems(page, 1, 41);
  await page.getByRole('button', { name: /展开/ }).click();
  await number(page, 3).click();
  await page.keyboard.press('m');
  await number(page, 35).click();
  await page.keyboard.press('m');
  await saved(page);

  await page.getByRole('button', { name: '交卷' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText('还有 4 题未答，2 题带标记');
  await expect(dialog.getByRole('row', { name: /^单项选择/ })).toContainText(/30\s*30\s*0\s*1/);
  await expect(dialog.getByRole('row', { name: /^简答/ })).toContainText(/5\s*1\s*4\s*0/);
  await dialog.getByRole('button', { name: /^第 44 题/ }).click();
  await expect(page.locator('main').getByText('第 44 题', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: '交卷' }).click();
  await dialog.getByRole('button', { name: '继续交卷' }).click();
  await expect(dialog.getByRole('heading')).toHaveText('确认交卷？交卷后不能再修改');
  await dialog.getByRole('button', { name: '确认交卷' }).click();
  await receipt(page);
  await page.reload();
  await receipt(page);
  await expect(page.getByRole('navigation', { name: '题号' })).toHaveCount(0);
});

async function receipt(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '已交卷' })).toBeVisible();
  await expect(page.getByText('7K2QF-9XM4A')).toBeVisible();
  await expect(page.getByText('已答 41 / 45')).toBeVisible();
  await expect(page.getByText(/（服务器时间）/)).toBeVisible();
}
