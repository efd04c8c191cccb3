import { expect, test, type Browser, type Page } from '@playwright/test';
import { newPerson, PASSWORD, staff } from '../journey/support/roles';
import { shot } from '../journey/support/shots';
import { NEXT } from './support/next-sitting';

test.describe.configure({ mode: 'serial' });

let username = '';

/** Invited by the administrator; sets a password of the own. */
async function join(browser: Browser): Promise<void> {
  const admin = await staff(browser, 'admin');
  await admin.goto('/console/accounts/invite');
  username = `zhou.ning.${Date.now().toString(36)}`;
  await admin.getByRole('textbox', { name: '姓名' }).fill('周宁');
  await admin.getByRole('textbox', { name: '用户名' }).fill(username);
  await admin.getByRole('checkbox', { name: /审核员/ }).check();
  await admin.getByRole('button', { name: '建立账号，取得激活码' }).click();
  const code = await admin.locator('.code__value code').innerText();
  const page = await newPerson(browser);
  await page.goto('/console/activate');
  await page.getByRole('textbox', { name: '激活码' }).fill(code);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输入一次密码').fill(PASSWORD);
  await page.getByRole('button', { name: '激活' }).click();
  await expect(page).toHaveURL(/login/);
  await page.context().close();
  await admin.context().close();
}

test('another reviewer looks at drawn decisions a second time', async ({ browser }) => {
  await join(browser);
  const page = await staff(browser, username);
  await page.getByRole('link', { name: '抽检与复核' }).click();
  await page.getByRole('button', { name: '随机抽取' }).click();
  await expect(page.getByText(/已随机抽取 \d+ 件待复核/)).toBeVisible();
  await expect(page.getByRole('button', { name: /复核下一件（[1-9]/ })).toBeVisible();
  await shot(page, 'review-quality');
  await page.getByRole('button', { name: /复核下一件/ }).click();
  await expect(page.getByRole('region', { name: '复核意见' })).toBeVisible();
  await expect(page.locator('.major').filter({ hasText: /^\s*$/ }), 'no empty box').toHaveCount(0);
  await shot(page, 'review-second');
  const first = page.url();
  await page.keyboard.press('a');
  await expect(page).not.toHaveURL(first);
});

test('a major outside the list is ruled upon once, and the ruling is found again', async ({
  browser,
}) => {
  const page = await staff(browser, username);
  await rule(page);
  await page.getByRole('link', { name: '条件与口径' }).click();
  await page.getByLabel('考期').selectOption({ label: NEXT.name });
  const precedents = page.getByRole('table', { name: '专业认定的先例' });
  await expect(precedents).toContainText('培养方案');
  await precedents.scrollIntoViewIfNeeded();
  await shot(page, 'review-conditions', true);
});

async function rule(page: Page): Promise<void> {
  await page.getByLabel('系统判定').selectOption({ label: '专业待裁定' });
  await expect(page).toHaveURL(/verdict/);
  const claimed = page.waitForResponse((answer) => answer.url().endsWith('/claim'));
  await page.getByRole('row').nth(1).getByRole('button').first().click();
  await claimed;
  await page
    .getByRole('textbox', { name: '理由', exact: true })
    .fill('培养方案以碳核算、能源系统为主干课');
  await shot(page, 'review-ruling');
  await page.getByRole('button', { name: '认定为相关专业' }).click();
  await expect(page.getByText(/相关专业：/)).toBeVisible();
}
