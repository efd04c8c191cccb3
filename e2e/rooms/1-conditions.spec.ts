import { expect, test, type Page } from '@playwright/test';
import { staff } from '../journey/support/roles';
import { shot } from '../journey/support/shots';
import { NEXT } from './support/next-sitting';

test('a new version of the conditions is drafted, compared, tried, published and used', async ({
  browser,
}) => {
  const page = await staff(browser, 'admin');
  await page.getByRole('link', { name: '条件与资料' }).click();
  await expect(page.getByText('deck-2024', { exact: true }).first()).toBeVisible();
  // On a server that was walked before, the first code is taken.
  const taken = (await page.getByText(/notice-2027/).count()) > 0;
  const code = taken ? `notice-2027-${Date.now().toString(36)}` : 'notice-2027';
  await draft(page, code);
  await compare(page);
  await tryOut(page);
  await publish(page);
  await use(page, code);
});

async function draft(page: Page, code: string): Promise<void> {
  await page
    .getByRole('row')
    .filter({ has: page.getByText('deck-2024', { exact: true }), hasText: '起草新版' })
    .getByRole('button', { name: '起草新版' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '代号' }).fill(code);
  await dialog.getByRole('textbox', { name: '名称' }).fill('2027 年通知版');
  await dialog.getByRole('button', { name: '起草' }).click();
  await expect(page.getByRole('heading', { name: '2027 年通知版' })).toBeVisible();
}

/** The third condition asks for longer work, and fewer majors count as related without a ruling. */
async function compare(page: Page): Promise<void> {
  const middle = page.locator('section', { has: page.getByRole('heading', { name: /^中级/ }) });
  await middle.getByRole('textbox', { name: '工作（月）' }).nth(2).fill('240');
  await page.getByRole('textbox', { name: '出处' }).fill('2027 年评测通知');
  await page.getByRole('textbox', { name: '相关专业名单' }).fill('环境工程、环境科学');
  await expect(page.getByText('有未保存的改动')).toBeVisible();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText(/已保存为第 \d+ 稿/)).toBeVisible();
  const aside = page.locator('aside', { hasText: '与另一版的不同' });
  await expect(aside).toContainText('满20年');
  await shot(page, 'office-conditions-draft');
}

async function tryOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: '试算', exact: true }).click();
  await page.getByLabel('申报级别').selectOption({ label: '中级' });
  await page.getByLabel('学历').selectOption({ label: '本科' });
  await page.getByRole('textbox', { name: '专业' }).fill('化学工程与工艺');
  await page.getByRole('textbox', { name: '相关工作累计（月）' }).fill('30');
  await page.getByRole('button', { name: '试算', exact: true }).click();
  await expect(page.locator('.trial__results article, .trial__results section')).toHaveCount(2);
  await page.getByRole('button', { name: '回放' }).click();
  await expect(page.getByRole('status').filter({ hasText: '份会改变' })).toBeVisible();
  await shot(page, 'office-conditions-trial', true);
  await page.goBack();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /依据/ }).fill('2027 年评测通知第 2 条');
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(page.getByText('已发布，内容不再改变。在“考期与版本”中')).toBeVisible();
}

async function use(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: '全部版本' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: NEXT.name })
    .getByRole('button', { name: '更换条件' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('改用').selectOption(code);
  await dialog.getByRole('textbox', { name: /原因/ }).fill('本期起按 2027 年通知');
  const typed = dialog.getByRole('textbox', { name: /输入「更换」/ });
  if (await typed.isVisible()) await typed.fill('更换');
  await dialog.getByRole('button', { name: '更换条件' }).click();
  await expect(page.getByText(`${NEXT.name}改用 ${code}。`)).toBeVisible();
  await shot(page, 'office-conditions');
}
