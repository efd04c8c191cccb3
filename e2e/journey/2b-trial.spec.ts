import { expect, test, type Browser, type Page } from '@playwright/test';
import { peopleOf } from './support/package';
import { actAsLockedBrowser, configKeyOf } from './support/locked-browser';
import { candidate, staff } from './support/roles';
import { phoneShot, shot } from './support/shots';

const people = peopleOf(process.env.TANSHI_BATCH ?? '').filter((person) => person.accepted);
const [first, second] = people;

test.describe.configure({ mode: 'serial' });

/** Draws a code for a trial in the portal. */
async function drawCode(page: Page): Promise<string> {
  await page.goto('/me/trial');
  await page.getByRole('button', { name: '取试机码' }).click();
  return (await page.locator('.code strong').innerText()).replace(/\s/g, '');
}

/** Does by hand what a trial asks for, and hands its result in. */
async function finish(page: Page): Promise<void> {
  const input = page.getByLabel(/用中文输入法/);
  await input.dispatchEvent('compositionstart');
  await input.fill('碳排放核算');
  await input.dispatchEvent('compositionend');
  const fullScreen = page.getByRole('button', { name: /试一下全屏/ });
  if (await fullScreen.isVisible()) await fullScreen.click();
  await page.getByRole('button', { name: '提交试机结果' }).click();
}

async function setLevel(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '锁定与试机' }).click();
  await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  await page.getByRole('button', { name: '保存锁定级别' }).click();
  await expect(page.getByRole('button', { name: '保存锁定级别' })).toBeDisabled();
}

test('a candidate tries a machine out in a plain browser', async ({ browser }) => {
  const page = await candidate(browser, first!.idNumber);
  await page.getByRole('link', { name: '准考证' }).first().click();
  await page.getByRole('link', { name: '下载与试机' }).click();
  await page.getByRole('button', { name: '取试机码' }).click();
  await expect(page.getByText('前有效')).toBeVisible();
  await shot(page, 'candidate-trial');
  await phoneShot(page, 'candidate-trial-phone');
  await page.getByRole('link', { name: '在本机开始试机' }).click();
  await expect(page.locator('.check').filter({ hasText: '网络往返' })).toContainText('正常');
  await shot(page, 'exam-trial');
  await finish(page);
  await expect(page.getByRole('heading', { name: '试机通过' })).toBeVisible();
  await page.goto('/me/trial');
  await expect(page.getByRole('region', { name: '试机记录' })).toContainText('通过');
});

async function lockedBrowser(browser: Browser, key: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await actAsLockedBrowser(context, key);
  return context.newPage();
}

/** The keys are hashed with the published address: the exam must be opened under it. */
function publicAddress(path: string): string {
  const { port } = new URL(process.env.TANSHI_URL ?? 'http://127.0.0.1:8080');
  return `http://localhost:${port}${path}`;
}

test('the locked browser is let in; a replay, another configuration and a plain browser are not', async ({
  browser,
  request,
}) => {
  const admin = await staff(browser, 'admin');
  await setLevel(admin, 'Safe Exam Browser');
  const link = await admin.getByRole('link', { name: /^seb:/ }).innerText();
  const file = await request.get(link.replace(/^seb/, 'http'));
  expect(file.headers()['content-type']).toBe('application/seb');
  const key = configKeyOf(await file.text());
  await expect(admin.getByText(key), 'made by two implementations').toBeVisible();

  const portal = await candidate(browser, second!.idNumber);
  const plain = await (await browser.newContext()).newPage();
  await plain.goto(publicAddress(`/exam/#trial=${await drawCode(portal)}`));
  await expect(plain.locator('.check').filter({ hasText: 'Safe Exam' })).toContainText('不通过');

  const other = await lockedBrowser(browser, '0'.repeat(64));
  await other.goto(publicAddress(`/exam/#trial=${await drawCode(portal)}`));
  await expect(other.locator('.check').filter({ hasText: 'Safe Exam' })).toContainText('不通过');
  await shot(other, 'exam-trial-refused');

  const page = await lockedBrowser(browser, key);
  // Listened for from the start: it may be sent before the page is called loaded.
  const sent = page.waitForRequest(/trial\/proof/);
  await page.goto(publicAddress(`/exam/#trial=${await drawCode(portal)}`));
  const proof = await sent;
  await expect(page.locator('.check').filter({ hasText: 'Safe Exam' })).toContainText('校验通过');
  const replay = await request.post(proof.url(), {
    data: proof.postDataJSON() as unknown,
    headers: { 'X-Trial-Token': proof.headers()['x-trial-token'] ?? '' },
  });
  expect(replay.status()).toBe(409);
  expect(((await replay.json()) as { type: string }).type).toContain('entry-link-used');
  await finish(page);
  await expect(page.getByRole('heading', { name: '试机通过' })).toBeVisible();

  await admin.reload();
  await expect(admin.getByRole('region', { name: '试机' }).first()).toContainText('没有试过');
  await shot(admin, 'office-machines');
  await setLevel(admin, '普通浏览器');
});
