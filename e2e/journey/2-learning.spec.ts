import { expect, test, type Page } from '@playwright/test';
import { peopleOf } from './support/package';
import { candidate, newPerson, signInCandidate, staff, CANDIDATE_PASSWORD } from './support/roles';
import { phoneShot, shot } from './support/shots';
import { load, save } from './support/state';

const people = peopleOf(process.env.TANSHI_BATCH ?? '').filter((person) => person.accepted);
const [first] = people;
/** The rest of the journey follows two; the exam hour as a whole is looked at with a room of them. */
const students = people.slice(0, Number(process.env.TANSHI_STUDENTS ?? '2'));

test.describe.configure({ mode: 'serial' });

test('the institution hands out one-time codes', async ({ browser }) => {
  const page = await staff(browser, 'institution');
  await page.getByRole('link', { name: '激活码' }).click();
  const state = load();
  for (const person of people) {
    const row = page.getByRole('row').filter({ hasText: person.name });
    state.codes[person.idNumber] =
      /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await row.innerText())?.[0] ?? '';
    expect(state.codes[person.idNumber], `code of ${person.name}`).not.toBe('');
  }
  save(state);
  await shot(page, 'institution-codes');
});

test('candidates activate their accounts, study the hours and get a ticket', async ({
  browser,
}) => {
  test.setTimeout(15 * 60_000);
  const pages: Page[] = [];
  for (const person of students) {
    const page = await newPerson(browser, { width: 1440, height: 900 });
    await page.goto('/activate');
    await page.getByRole('textbox', { name: /^激活码/ }).fill(load().codes[person.idNumber]!);
    await page.getByLabel(/后四位/).fill(person.idNumber.slice(-4));
    await page.getByLabel('设置密码').fill(CANDIDATE_PASSWORD);
    await page.getByLabel('再输一遍密码').fill(CANDIDATE_PASSWORD);
    if (person === first) await phoneShot(page, 'candidate-activate-phone');
    await page.getByRole('button', { name: '激活' }).click();
    await expect(page).toHaveURL(/login/);
    await signInCandidate(page, person.idNumber);
    if (person === first) await phoneShot(page, 'candidate-home-phone');
    pages.push(page);
  }
  for (const page of pages) {
    await page.goto('/me/study');
    await page.getByRole('link', { name: '开始学习' }).click();
    await page.getByLabel('学满自动进入下一课').check(); // The one gesture needed; the server counts.
  }
  await pages[0]!.waitForTimeout(8_000);
  await shot(pages[0]!, 'candidate-study');
  await phoneShot(pages[0]!, 'candidate-study-phone');
  for (const page of pages) {
    await expect(page.getByText('已达到 90%，可以考试')).toBeVisible({ timeout: 6 * 60_000 });
  }
});

test('with the hours met a seat is given, and the ticket can be printed', async ({ browser }) => {
  const state = load();
  for (const person of students) {
    const page = await candidate(browser, person.idNumber);
    await phoneShot(page, 'candidate-home-ready-phone');
    await page.getByRole('link', { name: '准考证' }).first().click();
    const number = page.locator('.ticket__number dd');
    await expect(number).toBeVisible();
    state.tickets[person.idNumber] = (await number.innerText()).replace(/\s/g, '');
    await shot(page, 'candidate-ticket');
  }
  save(state);
});
