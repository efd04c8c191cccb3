import { expect, test } from '@playwright/test';
import { peopleOf } from '../journey/support/package';
import { CANDIDATE_PASSWORD, newPerson, signInCandidate, staff } from '../journey/support/roles';
import { seriousFaults } from './support/axe';

const people = peopleOf(process.env.TANSHI_BATCH ?? '').filter((person) => person.accepted);
/** Those who have nothing but a code: two have sat the exam, one was merged, one erased. */
const waiting = people.slice(6);
const CODE = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/;

test('a new candidate sees on a phone what to do next and by when, without scrolling', async ({
  browser,
}) => {
  const office = await staff(browser, 'institution');
  await office.goto('/console/codes');
  await expect(office.getByRole('row').filter({ hasText: CODE }).first()).toBeVisible();
  const lines = await office.getByRole('row').allInnerTexts();
  const fresh = waiting.find((one) =>
    lines.some((line) => line.includes(one.name) && !line.includes('已激活')),
  )!;
  const row = office.getByRole('row').filter({ hasText: fresh.name });
  const code = CODE.exec(await row.innerText())?.[0] ?? '';

  const page = await newPerson(browser, { width: 375, height: 812 });
  await page.goto('/activate');
  await page.getByRole('textbox', { name: /^激活码/ }).fill(code);
  await page.getByLabel(/后四位/).fill(fresh.idNumber.slice(-4));
  await page.getByLabel('设置密码').fill(CANDIDATE_PASSWORD);
  await page.getByLabel('再输一遍密码').fill(CANDIDATE_PASSWORD);
  await page.getByRole('button', { name: '激活' }).click();
  await expect(page).toHaveURL(/login/);
  await signInCandidate(page, fresh.idNumber);

  const next = page.getByRole('region', { name: '下一步' });
  await expect(next).toBeInViewport({ ratio: 1 });
  await expect(next).toContainText(/\d{1,2} 月 \d{1,2} 日 周[一二三四五六日] \d{2}:\d{2} 前/);
  await expect(page.locator('.button--primary:visible')).toHaveCount(1);
  expect(await seriousFaults(page), 'home').toEqual([]);
  await page.getByRole('link', { name: /核对/ }).first().click();
  await expect(page.getByRole('button', { name: '全部无误，确认' })).toBeVisible();
  expect(await seriousFaults(page), 'check of the own data').toEqual([]);
});

test('axe finds nothing serious where anybody begins, institutions upload and reviewers decide', async ({
  browser,
}) => {
  const page = await newPerson(browser);
  for (const path of ['/', '/activate']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await seriousFaults(page), path).toEqual([]);
  }
  const clerk = await staff(browser, 'institution');
  await clerk.goto('/console/batches');
  await clerk.getByRole('link', { name: '打开' }).first().click();
  await expect(clerk.getByRole('list', { name: '步骤' })).toBeVisible();
  const batch = clerk.url().split('?')[0]!;
  for (const step of ['upload', 'match']) {
    await clerk.goto(`${batch}?step=${step}`);
    await expect(clerk.getByRole('list', { name: '步骤' })).toBeVisible();
    expect(await seriousFaults(clerk), step).toEqual([]);
  }
  const reviewer = await staff(browser, 'reviewer');
  await reviewer.getByRole('row').nth(1).getByRole('button').first().click();
  await expect(reviewer.getByRole('region', { name: '申报数据' })).toBeVisible();
  expect(await seriousFaults(reviewer), 'workbench').toEqual([]);
});
