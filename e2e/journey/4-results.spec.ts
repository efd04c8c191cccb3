import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { moveClock, SITTING } from './support/exam';
import { peopleOf } from './support/package';
import { candidate, newPerson, staff } from './support/roles';
import { phoneShot, shot } from './support/shots';
import { load, save } from './support/state';

const people = peopleOf(process.env.TANSHI_BATCH ?? '').filter((person) => person.accepted);
const [first, second] = people;

const TANSHI = new URL('../../tanshi', import.meta.url).pathname;

// Each step needs what the one before left behind.
test.describe.configure({ mode: 'serial' });

/** Marks everything that is waiting; gives so many points of the scheme, fewer on the first script if told. */
async function mark(page: Page, strictOnFirst: boolean, picture?: string): Promise<number> {
  let done = 0;
  const scripts = page.locator('.sheet__bar h2');
  const none = page.getByText(/没有等你评的答卷|现在没有可以取的答卷/);
  for (;;) {
    await expect(scripts.or(none)).toBeVisible();
    if (await none.isVisible()) return done;
    const code = await scripts.innerText();
    const points = await page.locator('.rubric__points > li').count();
    const given = strictOnFirst && done === 0 ? 1 : points - 1;
    for (let key = 1; key <= given; key++) await page.keyboard.press(String(key));
    if (picture && done === 0) await shot(page, picture);
    await page.getByRole('button', { name: /^提交/ }).click();
    await expect(
      none.or(scripts.filter({ hasNotText: code.replace('答卷', '').trim() })),
    ).toBeVisible();
    done++;
  }
}

test('two markers who see neither the candidate nor each other mark; a third decides a difference', async ({
  browser,
}) => {
  const one = await staff(browser, 'marker1');
  expect(await mark(one, false, 'marker-desk')).toBe(10);
  for (const person of [first!, second!])
    await expect(one.locator('body')).not.toContainText(person.name);
  const two = await staff(browser, 'marker2');
  expect(await mark(two, true)).toBe(10);
  const three = await staff(browser, 'marker3');
  expect(await mark(three, false)).toBe(1);
  const leader = await staff(browser, 'leader');
  await expect(leader.getByRole('heading', { name: '各题进度' })).toBeVisible();
  await shot(leader, 'marking-leader');
});

test('results are approved by one, released by another, and seen by the candidate', async ({
  browser,
}) => {
  const admin = await staff(browser, 'admin');
  await moveClock(admin, '考试结束后');
  await admin.getByRole('link', { name: '成绩' }).click();
  await admin.waitForURL(/results/);
  await admin.getByRole('combobox', { name: '考期' }).selectOption(SITTING);
  await expect(admin.getByRole('row').filter({ hasText: first!.name })).toContainText('合格');
  await shot(admin, 'office-results');
  await admin.getByRole('button', { name: /^审定/ }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '审定' }).click();

  const other = await staff(browser, 'admin2');
  await other.getByRole('link', { name: '成绩' }).click();
  await other.waitForURL(/results/);
  await other.getByRole('combobox', { name: '考期' }).selectOption(SITTING);
  await other.getByRole('button', { name: /^发布/ }).click();
  const dialog = other.getByRole('dialog');
  const word = (await dialog.innerText()).match(/输入[“"「]?(.+?)[”"」]/)?.[1];
  if (word) await dialog.getByRole('textbox').fill(word);
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(other.getByText(/已发布/).first()).toBeVisible();

  const page = await candidate(browser, first!.idNumber);
  await page.goto('/me/results');
  await expect(page.getByText('合格', { exact: true })).toBeVisible();
  await shot(page, 'candidate-result');
  await phoneShot(page, 'candidate-result-phone');
});

test('the certificate is proof-read, issued by two, downloaded and verified by anyone', async ({
  browser,
}) => {
  const holder = await candidate(browser, first!.idNumber);
  await holder.goto('/me/certificates');
  await shot(holder, 'candidate-proof');
  await holder.getByRole('button', { name: '核对无误' }).click();
  await expect(holder.getByText(/核对无误，等待签发/)).toBeVisible();

  const admin = await staff(browser, 'admin');
  await admin.getByRole('link', { name: '证书' }).click();
  await admin.waitForURL(/certificates/);
  await admin.getByRole('row').filter({ hasText: first!.name }).getByRole('checkbox').check();
  await admin.getByRole('button', { name: /^签批/ }).click();
  await expect(admin.getByRole('row').filter({ hasText: first!.name })).toContainText('已提出');
  await shot(admin, 'office-certificates');
  const other = await staff(browser, 'admin2');
  await other.getByRole('link', { name: '证书' }).click();
  await other.waitForURL(/certificates/);
  await other.getByRole('row').filter({ hasText: first!.name }).getByRole('checkbox').check();
  await other.getByRole('button', { name: /^签发/ }).click();
  await other.getByRole('dialog').getByRole('button', { name: '签发' }).click();
  await expect(other.getByRole('row').filter({ hasText: first!.name })).toContainText('有效');

  await holder.reload();
  await shot(holder, 'candidate-certificate', true);
  const download = holder.waitForEvent('download');
  await holder.getByRole('link', { name: '下载 PDF' }).click();
  const file = await (await download).path();
  const state = load();
  const number =
    (
      await holder
        .getByText(/TS\d{4}/)
        .first()
        .innerText()
    )
      .match(/TS[\d\s]+[A-Z]?/)?.[0]
      .trim() ?? '';
  state.certificate = { number, name: first!.name };
  save(state);
  execFileSync(TANSHI, ['verify', file], { stdio: 'inherit' });
});

test('anyone verifies by name and number, or name and ID number, without an account', async ({
  browser,
}) => {
  const { certificate } = load();
  const admin = await staff(browser, 'admin');
  await moveClock(admin, '开放查询日');
  const page = await newPerson(browser);
  await page.goto('/');
  await page.getByRole('textbox', { name: '姓名' }).fill(certificate!.name);
  await page.getByRole('textbox', { name: '证书编号' }).fill(certificate!.number);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('heading', { name: '有效' })).toBeVisible();
  await shot(page, 'verify-result');
  await phoneShot(page, 'verify-result-phone');

  await page.goto('/');
  await page.getByText('姓名 + 证件号').click();
  await page.getByRole('textbox', { name: '姓名' }).fill(first!.name);
  await page.getByRole('textbox', { name: '身份证号' }).fill(first!.idNumber);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('heading', { name: '有效' })).toBeVisible();

  await page.goto('/');
  await page.getByRole('textbox', { name: '姓名' }).fill(second!.name);
  await page.getByRole('textbox', { name: '证书编号' }).fill(certificate!.number);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('heading', { name: '没有查到' })).toBeVisible();
});

test('every act stands in the audit trail', async ({ browser }) => {
  const page = await staff(browser, 'auditor');
  await page.getByRole('link', { name: '审计记录' }).click();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await shot(page, 'auditor-trail');
});
