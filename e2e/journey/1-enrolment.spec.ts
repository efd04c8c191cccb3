import { expect, test } from '@playwright/test';
import { peopleOf } from './support/package';
import { newPerson, staff } from './support/roles';
import { phoneShot, shot } from './support/shots';

const PACKAGE = process.env.TANSHI_BATCH ?? '';
const people = peopleOf(PACKAGE);
const accepted = people.filter((person) => person.accepted);
const faulty = people.filter((person) => !person.accepted);

test.describe.configure({ mode: 'serial' });

test('anyone finds the programme on the home page', async ({ browser }) => {
  const page = await newPerson(browser);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('碳排放管理师');
  await shot(page, 'home', true);
  await phoneShot(page, 'home-phone');
});

test('the institution uploads a package, sees each row checked and submits the valid ones', async ({
  browser,
}) => {
  const page = await staff(browser, 'institution');
  await shot(page, 'institution-home');
  await page.getByRole('link', { name: '批量报名' }).click();
  await page.getByRole('button', { name: '新建批次' }).first().click();
  await expect(page.getByRole('heading', { name: '上传报名资料' })).toBeVisible();
  await shot(page, 'institution-upload');
  await page.locator('input[type=file]').setInputFiles(PACKAGE);
  await page.getByRole('button', { name: '上传并检查' }).click();

  await expect(
    page.getByRole('button', { name: `试运行可提交的 ${accepted.length} 行` }),
  ).toBeVisible({
    timeout: 60_000,
  });
  for (const person of faulty) {
    await expect(page.getByRole('row').filter({ hasText: person.name })).toBeVisible();
  }
  await shot(page, 'institution-report');
  await page.getByRole('button', { name: /^2 匹配/ }).click();
  await expect(page.getByRole('heading', { name: /待指认的文件/ })).toBeVisible();
  await shot(page, 'institution-match');
  await page.getByRole('button', { name: /^3 修正/ }).click();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /问题行/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.getByRole('button', { name: /试运行可提交的/ }).click();
  await expect(page.getByText('还没有写入任何数据')).toBeVisible();
  await shot(page, 'institution-dry-run');
  await page.getByRole('button', { name: `提交 ${accepted.length} 行` }).click();
  await expect(page.getByText(`已提交 ${accepted.length} 人`)).toBeVisible();
});

test('the reviewer decides with documents and data side by side', async ({ browser }) => {
  const page = await staff(browser, 'reviewer');
  await shot(page, 'review-queue');
  await page.getByRole('button', { name: /领取下一件/ }).click();
  await expect(page.getByRole('region', { name: '申报数据' })).toBeVisible();
  await shot(page, 'review-workbench');

  // The queue also holds the people of the demo; all of them are decided, one is returned with a reason.
  let returned = 0;
  for (let decided = 0; decided < 80; decided++) {
    const url = page.url();
    if (/review\/?$/.test(url)) break;
    await expect(page.getByRole('button', { name: /^上报/ })).toBeVisible();
    // Only what has been claimed can be let go, and decided; a key pressed before is not heard.
    await expect(page.getByRole('button', { name: '释放' })).toBeVisible();
    const name = (await page.locator('.bar__who strong').textContent()) ?? '';
    const ours = accepted.some((person) => person.name === name);
    if (
      !ours &&
      returned === 0 &&
      (await page.getByRole('button', { name: /未盖章/ }).count()) > 0
    ) {
      await page.getByRole('tab', { name: /工作证明/ }).click();
      await page.getByRole('button', { name: /未盖章/ }).click();
      await expect(page.getByRole('textbox', { name: /写给机构的话/ })).not.toBeEmpty();
      await shot(page, 'review-return');
      await page.getByRole('button', { name: /^退回 1 份/ }).click();
      returned++;
    } else if (await page.getByRole('heading', { name: '人工裁定', exact: true }).isVisible()) {
      await page.getByLabel('依据的条件').selectOption({ index: 1 });
      await page.getByLabel('裁定理由（留作先例）').fill('课程表表明该专业属相关专业');
      await page.getByRole('button', { name: /^通过/ }).click();
    } else {
      await page.keyboard.press('a');
    }
    await expect(page).not.toHaveURL(url);
  }
  expect(returned).toBe(1);
});
