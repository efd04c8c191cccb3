import { expect, test } from '@playwright/test';
import { PaperServer } from './support/paper-server';
import { number, saved, sit } from './support/sit';

test('white, blue, ring and corner tell what stands where, also without colour', async ({
  page,
}) => {
  const server = new PaperServer();
  await sit(page, server);
  await page.keyboard.press('a');
  await page.keyboard.press('m');
  await page.getByRole('button', { name: '下一题' }).click();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: '下一题' }).click();
  await page.keyboard.press('m');
  await page.getByRole('button', { name: '下一题' }).click();

  for (const [n, words] of [
    [1, '第 1 题，已作答，已标记'],
    [2, '第 2 题，已作答'],
    [3, '第 3 题，未作答，已标记'],
    [4, '第 4 题，未作答，当前题'],
  ] as const)
    await expect(number(page, n)).toHaveAccessibleName(words);

  const look = (n: number) =>
    number(page, n).evaluate((button) => {
      const style = getComputedStyle(button);
      return {
        ground: style.backgroundColor,
        ring: style.boxShadow !== 'none',
        bold: Number(style.fontWeight) >= 700,
        corner: button.querySelector('i') !== null,
      };
    });
  const [answeredFlagged, answered, flagged, now, open] = await Promise.all(
    [1, 2, 3, 4, 5].map(look),
  );
  expect(answered!.ground).toBe(answeredFlagged!.ground);
  expect(answered!.ground).not.toBe(open!.ground);
  expect([answeredFlagged, answered, flagged].map((one) => one!.corner)).toEqual([
    true,
    false,
    true,
  ]);
  expect([now!.ring, now!.bold, open!.ring, open!.bold]).toEqual([true, true, false, false]);

  const counts = page.locator('.rail__counts');
  await expect(counts).toContainText(/已答\s*2/);
  await expect(counts).toContainText(/未答\s*43/);
  await expect(counts).toContainText(/标记\s*2/);
  await page.getByRole('button', { name: '上一题' }).click();
  await page.getByRole('button', { name: '上一题' }).click();
  await page.keyboard.press('b');
  await expect(counts).toContainText(/已答\s*1/);
  await saved(page);
  await expect.poll(() => server.log.at(-1)?.choices).toEqual([]);

  await page.getByRole('group', { name: '筛选题号' }).getByRole('button', { name: '未答' }).click();
  await expect(number(page, 1)).toBeHidden();
  await expect(number(page, 3)).toBeVisible();
  await expect(number(page, 2)).toBeVisible();
});
