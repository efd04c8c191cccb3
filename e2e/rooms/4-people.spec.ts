import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { peopleOf } from '../journey/support/package';
import { staff } from '../journey/support/roles';
import { shot } from '../journey/support/shots';
import { recall } from './support/memory';
import { entriesOf } from './support/zip';

const PACKAGE = process.env.TANSHI_BATCH ?? '';
const accepted = peopleOf(PACKAGE).filter((person) => person.accepted);
const twice = accepted[4]!;
const leaver = accepted[5]!;

test.describe.configure({ mode: 'serial' });

/** Opens an entry of the menu that is under 更多. */
async function more(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('link', { name: label }).click();
}

async function find(page: Page, name: string, number: string): Promise<void> {
  await page.getByRole('textbox', { name: '姓名' }).fill(name);
  await page.getByRole('textbox', { name: '证件号' }).fill(number);
  await page.getByRole('button', { name: '查找' }).click();
}

/** A photo of the package that belongs to nobody in its form. */
function anotherPhoto(): Buffer {
  const numbers = new Set(peopleOf(PACKAGE).map((person) => person.idNumber));
  const photo = entriesOf(readFileSync(PACKAGE)).find((entry) => {
    const found = /_(\d{17}[\dX])\.jpg$/.exec(entry.name.toString('latin1'));
    return found && !numbers.has(found[1]!);
  });
  return photo!.content;
}

test('two registrations of one person are found, compared and made one', async ({ browser }) => {
  const page = await staff(browser, 'admin');
  await more(page, '人员');
  const asked = page.waitForRequest((request) => request.url().includes('/people/search'));
  await find(page, twice.name, '');
  expect((await asked).method()).toBe('POST');
  await expect(page.getByRole('row').filter({ hasText: twice.name })).toHaveCount(2);
  expect(page.url(), 'what is looked for stands in no address').not.toContain('?');
  await shot(page, 'office-people');

  await page.getByRole('link', { name: '疑似重复' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: twice.name })
    .getByRole('link', { name: '对照' })
    .click();
  await page.getByRole('link', { name: '换过来：保留左边的人' }).click();
  const kept = page.getByRole('region', { name: '保留' });
  await expect(kept).toContainText(twice.idNumber.slice(-4));
  await shot(page, 'office-people-merge');
  await page.getByRole('button', { name: '合并', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /凭什么/ }).fill('身份证复印件核对，后登记的少抄一位');
  await dialog.getByRole('button', { name: '合并' }).click();
  await expect(page.getByText('1 条旧登记，原号码仍可查到此人')).toBeVisible();

  await page.goto('/console/people');
  await find(page, '', recall().mistyped ?? '');
  await expect(page.getByRole('row').filter({ hasText: twice.name })).toContainText(
    twice.idNumber.slice(-4),
  );
});

test('a number is shown for a reason, a photo replaced, and everything exported', async ({
  browser,
}) => {
  const page = await staff(browser, 'admin');
  await page.goto('/console/people');
  await find(page, '', twice.idNumber);
  await page.getByRole('link', { name: twice.name }).click();
  await page.getByRole('button', { name: '显示' }).first().click();
  await page.getByRole('dialog').getByRole('radio', { name: '核对材料原件' }).check();
  await page.getByRole('dialog').getByRole('button', { name: '显示' }).click();
  await expect(page.getByText(twice.idNumber)).toBeVisible();
  await page.getByRole('button', { name: '遮住' }).click();
  await expect(page.getByText(twice.idNumber)).toBeHidden();

  await page.getByRole('button', { name: '更换照片' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /原因和依据/ }).fill('本人到场重拍');
  await dialog.getByRole('button', { name: '更换', exact: true }).click();
  await expect(dialog.getByText('请选择新照片')).toBeVisible();
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'new.jpg', mimeType: 'image/jpeg', buffer: anotherPhoto() });
  await dialog.getByRole('button', { name: '更换', exact: true }).click();
  await expect(page.getByRole('img', { name: '更换前的照片' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '本人到场重拍' })).toContainText('照片');
  await shot(page, 'office-person', true);

  await page.getByRole('button', { name: '导出个人数据' }).click();
  await dialog.getByRole('textbox', { name: /本人的申请/ }).fill('本人书面申请');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  const file = await (await download).path();
  const parts = new Map(entriesOf(readFileSync(file)).map((e) => [e.name.toString(), e.content]));
  const told = parts.get('index.html')?.toString() ?? '';
  expect(told).toContain(twice.idNumber);
  expect(told, 'messages are part of it').toContain('<h2>消息</h2>');
  expect([...parts.keys()].some((name) => name.startsWith('files/'))).toBe(true);
});

test('an erasure is proposed by one administrator and confirmed by another', async ({
  browser,
}) => {
  await withdraw(await staff(browser, 'institution'));
  const page = await staff(browser, 'admin');
  await page.goto('/console/people');
  await find(page, '', leaver.idNumber);
  await page.getByRole('link', { name: leaver.name }).click();
  await page.getByRole('button', { name: '提出删除' }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: '依据' })
    .fill('本人申请，已核对身份');
  await page.getByRole('dialog').getByRole('button', { name: '提出' }).click();
  await expect(page.getByText('须由另一位管理员确认。')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认删除' })).toBeHidden();

  const other = await staff(browser, 'admin2');
  await more(other, '数据保护');
  await other.getByRole('link', { name: '待确认的删除' }).click();
  await expect(other.getByRole('row').filter({ hasText: leaver.name })).toBeVisible();
  await shot(other, 'office-erasures');
  await other.getByRole('link', { name: leaver.name }).click();
  await other.getByRole('button', { name: '确认删除' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /以确认/ }).fill(leaver.name);
  await shot(other, 'office-erasure');
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('已删除的人员');
  await expect(other.locator('main')).not.toContainText(leaver.name);
  await other.goto('/console/people');
  await find(other, '', leaver.idNumber);
  await expect(other.getByText('没有找到这个人。')).toBeVisible();
});

/** What is still running keeps a person's data: the institution takes the new application back first. */
async function withdraw(page: Page): Promise<void> {
  await page.goto('/console/roster');
  await page.getByRole('row').filter({ hasText: leaver.name }).getByRole('link').first().click();
  await page.getByRole('button', { name: '撤回报名' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
  await expect(page.getByRole('button', { name: '撤回报名' })).toBeHidden();
  await page.context().close();
}

test('terms of keeping can be changed, and data keys renewed while the work goes on', async ({
  browser,
}) => {
  const page = await staff(browser, 'admin');
  await more(page, '数据保护');
  const row = page.getByRole('row').filter({ hasText: '审核不通过或已撤回的报名' }).first();
  await row.getByRole('button', { name: '修改' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('spinbutton').fill('9');
  await dialog.getByRole('textbox', { name: /原因/ }).fill('与本机构档案规定一致');
  await dialog.getByRole('button', { name: '修改', exact: true }).click();
  await expect(row).toContainText('9 个月');
  await expect(row).toContainText('赵岑 改定');
  await shot(page, 'office-retention');

  await page.getByRole('link', { name: '数据密钥' }).click();
  await page.getByRole('button', { name: '更换数据密钥' }).click();
  await dialog.getByRole('textbox', { name: /原因/ }).fill('每年更换');
  await dialog.getByRole('button', { name: '更换', exact: true }).click();
  await expect(page.getByText(/全部重新加密完毕|已完成/).first()).toBeVisible({ timeout: 60_000 });
  await shot(page, 'office-keys');
});
