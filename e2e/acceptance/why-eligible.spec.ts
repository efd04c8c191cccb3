import { expect, test, type Locator, type Page } from '@playwright/test';
import { peopleOf } from '../journey/support/package';
import { staff } from '../journey/support/roles';
import { madePackage, newBatch, upload } from './support';

const PLEA = '十年电厂碳排放核算经历，业绩证明附后';

/** Opens whoever stands first in the queue under a verdict, or the one of that name. */
async function open(page: Page, verdict: string, name = ''): Promise<Locator> {
  await page.goto('/console/review');
  await page.getByLabel('系统判定').selectOption({ label: verdict });
  await expect(page).toHaveURL(/verdict=/);
  const rows = page.getByRole('table').locator('tbody').getByRole('row');
  await rows.filter({ hasText: name }).getByRole('button').first().click();
  await expect(page.getByRole('region', { name: '申报数据' })).toBeVisible();
  return page.locator('.verdict');
}

/** Each entry of the evidence leads to the paper that bears it out. */
async function lookAtEvidence(page: Page, verdict: Locator): Promise<void> {
  const entries = verdict.locator('.evidence').getByRole('listitem');
  const count = await entries.count();
  expect(count, 'the condition has its evidence').toBeGreaterThan(0);
  for (let at = 0; at < count; at++) {
    const button = entries.nth(at).getByRole('button');
    const paper = (await button.innerText()).trim();
    expect(paper, 'the paper is named').not.toBe('');
    await button.click();
    await expect(page.getByRole('tab', { selected: true })).toContainText(paper);
    await expect(page.locator('.paper').first().locator('figcaption')).toContainText(paper);
  }
}

test('check 6: of an application that meets, the numbered condition and its evidence are named', async ({
  browser,
}) => {
  const page = await staff(browser, 'reviewer');
  const verdict = await open(page, '满足条件');
  await expect(verdict.getByRole('heading', { level: 2 })).toHaveText(/满足 [初中高]级 \(\d\)/);
  await expect(verdict.locator('.clause')).toHaveText(/.{10,}/);
  await lookAtEvidence(page, verdict);
  const paper = page.locator('.paper').first().getByRole('img');
  await expect
    .poll(() => paper.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
});

test('check 6: of an application that misses, the nearest condition and by how many months', async ({
  browser,
}) => {
  const made = madePackage(3, 31, 'not-eligible');
  const missing = peopleOf(made).find((person) => !person.accepted)!;
  await askForRuling(await newBatch(browser), made, missing.name);

  const page = await staff(browser, 'reviewer');
  const verdict = await open(page, '申请裁定', missing.name);
  await expect(verdict.getByRole('heading', { level: 2 })).toContainText('申请人工裁定');
  await expect(verdict.locator('.nearest')).toHaveText(
    new RegExp(`差距 ${missing.level}\\(\\d\\)：.*相关工作应满\\d+年，填报\\d+年，还差\\d+年`),
  );
  await lookAtEvidence(page, verdict);
  const work = verdict.getByRole('listitem').filter({ hasText: /差 \d+ 个月/ });
  const [wanted, found, gap] = (await work.first().innerText())
    .match(/(\d+) 个月/g)!
    .map((words) => parseInt(words, 10));
  expect(gap, 'what is missing is what is asked less what is there').toBe(wanted! - found!);
  await expect(verdict.locator('.plea'), 'the institution is heard').toContainText(PLEA);
});

test('check 6: of an application whose papers contradict each other, what does not fit and what hangs on it', async ({
  browser,
}) => {
  const made = madePackage(3, 33, 'papers-conflict');
  const doubtful = peopleOf(made).find((person) => person.note.includes('contradicts'))!;
  const clerk = await newBatch(browser);
  await upload(clerk, made);
  await submitThree(clerk);

  const page = await staff(browser, 'reviewer');
  const verdict = await open(page, '满足条件', doubtful.name);
  await expect(verdict.getByRole('heading', { level: 2 })).toHaveText(
    /满足 [初中高]级 \(\d\).*但材料有矛盾/,
  );
  const conflict = verdict.getByRole('note');
  await expect(conflict).toContainText(/工作证明.*学历|学历.*工作证明/);
  await expect(conflict, 'what hangs on it').toContainText(/不再满足 [初中高]级\(\d\)：.*还差/);
  const papers = conflict.getByRole('button');
  await expect(papers).toHaveCount(2);
  for (const paper of await papers.all()) {
    const label = (await paper.innerText()).trim();
    await paper.click();
    await expect(page.getByRole('tab', { selected: true })).toContainText(label);
  }
});

/** The institution hands an application in that the rules refuse. */
async function askForRuling(page: Page, file: string, name: string): Promise<void> {
  await upload(page, file);
  const row = page
    .getByRole('region', { name: '被阻断的行' })
    .getByRole('row')
    .filter({ hasText: name });
  await expect(row).toContainText(/不符合[初中高]级的任何一条申报条件.*还差\d+年/, {
    timeout: 60_000,
  });
  await row.getByRole('button', { name: '申请人工裁定' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /理由/ }).fill(PLEA);
  await dialog.getByRole('button', { name: '申请裁定' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^试运行可提交的 3 行/ }).click();
  await submitThree(page);
}

async function submitThree(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^提交 3 行/ }).click({ timeout: 60_000 });
  await expect(page.getByText('已提交 3 人')).toBeVisible();
}
