import { expect, test, type Page } from '@playwright/test';
import { peopleOf } from '../journey/support/package';
import { staff } from '../journey/support/roles';
import { shot } from '../journey/support/shots';
import { comeBack, mistyped, NEXT } from './support/next-sitting';
import { remember } from './support/memory';
import { cutOffAfterAThird } from './support/network';

const PACKAGE = process.env.TANSHI_BATCH ?? '';
const accepted = peopleOf(PACKAGE).filter((person) => person.accepted);
/** Took no part in the exam of the journey; comes back with a digit of the number mistyped. */
const twice = accepted[4]!;

test.describe.configure({ mode: 'serial' });

test('the manager of an institution adds a clerk, who gets a code that is shown once', async ({
  browser,
}) => {
  const page = await staff(browser, 'institution');
  await page.getByRole('link', { name: '本机构人员' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'institution' }).first()).toBeVisible();
  await page.getByRole('textbox', { name: '姓名' }).fill('陆一鸣');
  // On a server that was walked before, the name is taken.
  const taken = (await page.getByRole('row').count()) > 2;
  const username = taken ? `lu.yiming.${Date.now().toString(36)}` : 'lu.yiming';
  await page.getByRole('textbox', { name: '用户名' }).fill(username);
  await page.getByRole('button', { name: '建立账号，取得激活码' }).click();
  await expect(page.getByRole('heading', { name: /已建立账号：陆一鸣/ })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: username })).toContainText('待激活');
  await shot(page, 'institution-staff');
});

test('an upload that was cut off goes on after a reload, and every file finds its person', async ({
  browser,
}) => {
  const page = await staff(browser, 'institution');
  const again = comeBack(PACKAGE);
  await page.getByRole('link', { name: '批量报名', exact: true }).click();
  await page
    .locator('.batches__sitting', { hasText: NEXT.name })
    .getByRole('button', { name: '新建批次' })
    .click();
  await page.locator('input[type=file]').setInputFiles(again);
  await cutOffAfterAThird(page, again);
  await page.getByRole('button', { name: '上传并检查' }).click();
  await expect(page.getByText(/网络中断，已传/)).toBeVisible();
  await shot(page, 'institution-upload-interrupted');

  // The window is closed while the network is away; another one opens the same batch later.
  const later = await page.context().newPage();
  await page.close();
  await later.goto(page.url());
  const left = later.getByRole('listitem').filter({ hasText: '没有传完' });
  await expect(left).toContainText('请再选一次同一个文件');
  await expect(left.locator('.unfinished__size')).toContainText(/已传 [1-9]/);
  await left.locator('input[type=file]').setInputFiles(again);
  await expect(later.getByRole('button', { name: /^2 匹配/ })).toBeVisible({ timeout: 60_000 });
  await claim(later);
  await submit(later);
});

/** A photo without an owner is given to the person it belongs to; then the number of somebody is typed wrongly. */
async function claim(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^2 匹配/ }).click();
  const tray = page.getByRole('region', { name: /待指认的文件/ });
  await tray.getByRole('button', { name: '指认' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await dialog.getByRole('radio').first().click();
  await shot(page, 'institution-place');
  await dialog.getByRole('button', { name: '取消' }).click();

  await page.getByRole('searchbox', { name: '找人' }).fill(twice.name);
  const row = page.getByRole('row').filter({ hasText: twice.name });
  await row.getByRole('button', { name: '改单元格' }).click();
  const number = page.getByRole('textbox', { name: /证件号码/ });
  await number.fill(mistyped(twice.idNumber));
  await shot(page, 'institution-cells');
  await page.getByRole('button', { name: '重检这一行' }).click();
  await expect(row).toContainText(mistyped(twice.idNumber).slice(-4));
  remember({ mistyped: mistyped(twice.idNumber) });
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /试运行可提交的/ }).click();
  await page.getByRole('button', { name: /^提交 \d+ 行/ }).click();
  await expect(page.getByText(/已提交 \d+ 人/)).toBeVisible();
}
