import { expect, test } from '@playwright/test';
import { peopleOf } from './support/package';
import {
  answer,
  answered,
  enter,
  enterElsewhere,
  handIn,
  leaks,
  moveClock,
  openDoors,
  saved,
  sealForms,
} from './support/exam';
import { killServer } from './support/server';
import { staff } from './support/roles';
import { shot } from './support/shots';
import { load } from './support/state';

const people = peopleOf(process.env.TANSHI_BATCH ?? '').filter((person) => person.accepted);
const [first, second] = people;

test.describe.configure({ mode: 'serial' });

test('an author writes an item and sees it as the candidate will', async ({ browser }) => {
  const page = await staff(browser, 'author');
  await shot(page, 'author-items');
  await page.getByRole('link', { name: '新建试题' }).click();
  await expect(page.getByRole('heading', { name: '新建试题' })).toBeVisible();
  await page.getByLabel('专题').selectOption({ index: 3 });
  await page.getByLabel('知识点').selectOption({ index: 1 });
  await page.getByLabel('难度').selectOption('2');
  await page.getByLabel('题干').fill('外购电力产生的排放，其活动数据是什么？');
  for (const [letter, text] of Object.entries({
    A: '购入使用电量',
    B: '电网排放因子',
    C: '发电标准煤耗',
    D: '变压器容量',
  })) {
    await page.getByRole('textbox', { name: `选项 ${letter}`, exact: true }).fill(text);
  }
  await page.getByRole('radio', { name: '选项 A 是答案' }).check();
  await page.getByLabel('解析').fill('活动数据是购入使用的电量，排放因子是电网的。');
  await page.getByLabel('出处文件').fill('企业温室气体排放核算与报告指南 发电设施');
  await page.getByLabel('条款或章节').fill('第 7 章');
  await page.getByLabel('版本或施行日期').fill('2022 年修订');
  await expect(page.getByRole('article')).toContainText('外购电力产生的排放');
  await shot(page, 'author-new-item');
  await page.getByRole('button', { name: '保存为第 1 版' }).click();
  await expect(page.getByRole('button', { name: '保存为第 1 版' })).toBeHidden();
  await expect(page.locator('main')).toContainText('外购电力产生的排放');
});

test('forms are assembled, proposed by one administrator and sealed by another', async ({
  browser,
}) => {
  const page = await staff(browser, 'admin');
  await page.getByRole('link', { name: '考场编排' }).click();
  await expect(page.getByText(first!.name)).toBeVisible();
  await shot(page, 'office-rooms');
  const other = await sealForms(browser);
  await shot(other, 'office-forms');
});

test('candidates sit the exam; neither a reload nor a killed server loses an answer', async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000);
  const state = load();
  const admin = await staff(browser, 'admin');
  await admin.getByRole('link', { name: '开考' }).click();
  await admin.waitForURL(/exam\/opening/);
  await expect(admin.getByRole('button', { name: '演示：现在开考' })).toBeVisible();
  await shot(admin, 'office-opening');
  await openDoors(admin);
  await expect(admin.locator('main')).toContainText('候考中');

  const invigilator = await staff(browser, 'invigilator');
  await invigilator.getByRole('link', { name: '考前就绪' }).click();
  await invigilator.getByRole('button', { name: '显示考场代码' }).click();
  const room = invigilator.locator('.room').filter({ hasText: first!.name });
  const roomCode = (await room.locator('.room__code b').innerText()).trim();
  const sitter = (idNumber: string) => ({ ticket: state.tickets[idNumber]!, idNumber, roomCode });

  const one = await enter(browser, sitter(first!.idNumber), true);
  await shot(one, 'exam-waiting');
  const two = await enter(browser, sitter(second!.idNumber));
  await moveClock(admin, '开考');
  await answer(one, { from: 1, to: 45, misses: 3, pictures: true });
  await saved(one);
  await one.reload();
  await expect.poll(() => answered(one)).toBe(45);

  await invigilator.getByRole('link', { name: '监考', exact: true }).click();
  await invigilator.waitForURL(/invigilation/);
  await invigilator.locator('main').getByRole('link').first().click();
  await expect(invigilator.getByText(first!.name)).toBeVisible();
  await shot(invigilator, 'invigilator-board');

  await answer(two, { from: 1, to: 20, misses: 40 });
  await saved(two);
  const restarted = killServer();
  // The server may be back before a banner is due; what the screen says then, e2e/exam/offline.spec.ts looks at.
  await answer(two, { from: 21, to: 25, misses: 40 });
  await restarted;
  await saved(two);
  const elsewhere = await enterElsewhere(browser, sitter(second!.idNumber), invigilator);
  await expect.poll(() => answered(elsewhere)).toBe(25);
  await elsewhere.getByRole('button', { name: /^第 26 题/ }).click();
  await answer(elsewhere, { from: 26, to: 45, misses: 40 });
  await saved(elsewhere);

  await moveClock(admin, '开考 31 分钟后');
  await handIn(one, 'exam-hand-in');
  await shot(one, 'exam-receipt');
  await handIn(elsewhere);
  expect(leaks).toEqual([]);
});
