import { expect, type Browser, type Page } from '@playwright/test';

export const PASSWORD = 'tanshi-demo-2026';
export const CANDIDATE_PASSWORD = 'kao-sheng-2026-demo';

/** A browser of its own for one person, so that sessions never mix. */
export async function newPerson(
  browser: Browser,
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  return context.newPage();
}

/** A member of staff signs in on the console. */
export async function staff(browser: Browser, username: string): Promise<Page> {
  const page = await newPerson(browser);
  await page.goto('/console/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).not.toHaveURL(/login/);
  return page;
}

/** A candidate signs in on the portal with the document number and the password set on activation. */
export async function candidate(browser: Browser, idNumber: string): Promise<Page> {
  const page = await newPerson(browser);
  await page.goto('/login');
  await signInCandidate(page, idNumber);
  return page;
}

export async function signInCandidate(page: Page, idNumber: string): Promise<void> {
  await page.getByLabel('身份证号').fill(idNumber);
  await page.getByLabel('密码').fill(CANDIDATE_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('region', { name: '下一步' })).toBeVisible();
}
