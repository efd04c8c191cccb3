import { expect, test } from '@playwright/test';
import { peopleOf } from '../journey/support/package';
import { CANDIDATE_PASSWORD, newPerson, signInCandidate, staff } from '../journey/support/roles';
import { seriousFaults } from './support/axe';

const people = peopleOf(process.env.TANSHI_BATCH ?? '').filter((person) => person.accepted);
const fresh = people[6]!;

test('a new candidate sees on a phone what to do next and by when, without scrolling', async ({
  browser,
}) => {
  const office = await staff(browser, 'institution');
  await office.goto('/console/codes');
  const row = office.getByRole('row').filter({ hasText: fresh.name });
  await expect(row).toBeVisible();
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await row.innerText())?.[0] ?? '';

  const page = await newPerson(browser, { width: 375, height: 812 });
  await page.goto('/activate');
  await page.getByRole('textbox', { name: /^激活码/ }).fill(code);
  await page.getByLabel(/后四位/).fill(fresh.idNumber.slice(-4));
  await page.getByLabel('设置密码').fill(CANDIDATE_PASSWORD);
  await page.getByLabel('再输一遍密码').fill(CANDIDATE_PASSWORD);
  await page.getByRole('button', { name: '激活' }).click();
  await signInCandidate(page, fresh.idNumber);

  const next = page.getByRole('region', { name: '下一步' });
  await expect(next).toBeInViewport({ ratio: 1 });
  await expect(next).toContainText(/\d{1,2}月\d{1,2}日 周[一二三四五六日]|\d{2}-\d{2} 周[一二三四五六日]/);
  await expect(next, 'the time of day').toContainText(/\d{2}:\d{2}/);
  await expect(page.locator('.button--primary:visible')).toHaveCount(1);
  expect(await seriousFaults(page)).toEqual([]);
  await page.goto('/me/application');
});
