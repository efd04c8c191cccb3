import { expect, test, type Page } from '@playwright/test';
import { staff } from '../journey/support/roles';

/** Decided without a touch of the mouse from the sign-in on. */
const MANY = 10;

async function opened(page: Page): Promise<string> {
  await expect(page.getByRole('region', { name: '申报数据' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^上报/ })).toBeVisible();
  return (await page.locator('.bar__who strong').textContent()) ?? '';
}

/** Goes on with Tab until the button of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const here = await page.evaluate(() =>
      document.activeElement?.tagName === 'BUTTON' ? document.activeElement.textContent : '',
    );
    if (here?.trim().startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no button ${name} within sixty presses of Tab`);
}

test('check 5: ten applications by keyboard alone; the returned one says the same to the institution', async ({
  browser,
}) => {
  const page = await staff(browser, 'reviewer');
  await expect(page.getByRole('table')).toBeVisible();
  const seconds: number[] = [];
  let returned = { name: '', words: '', label: '' };
  await page.keyboard.press('n');
  for (let done = 0; done < MANY; done++) {
    const begun = performance.now();
    const name = await opened(page);
    const url = page.url();
    await expect(page.getByRole('region', { name: '申报数据' })).toBeInViewport();
    await expect(page.getByRole('tab', { name: /审核表/ })).toBeInViewport();
    // Only what one has claimed can be let go, and decided.
    await expect(page.getByRole('button', { name: '释放' })).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('+');
    await page.keyboard.press(']');
    if (await page.getByRole('heading', { name: '人工裁定' }).isVisible()) {
      await page.keyboard.press('e');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.type('专业不在名单，请同事裁定');
      await tabTo(page, '上报');
      await page.keyboard.press('Enter');
    } else if (!returned.name) {
      await page.keyboard.press('1');
      const words = page.getByRole('textbox', { name: /写给机构的话/ });
      await expect(words).not.toBeEmpty();
      returned = {
        name,
        words: await words.inputValue(),
        label: (await page.getByRole('tab', { selected: true }).innerText()).trim(),
      };
      await tabTo(page, '退回');
      await page.keyboard.press('Enter');
    } else {
      await page.keyboard.press('a');
    }
    await expect(page).not.toHaveURL(url);
    seconds.push((performance.now() - begun) / 1000);
  }
  seconds.sort((a, b) => a - b);
  const median = (seconds[4]! + seconds[5]!) / 2;
  console.log(`seconds each: ${seconds.map((s) => s.toFixed(1)).join(' ')}; median ${median}`);
  expect(median).toBeLessThan(45);

  const institutions = ['institution', 'institution2'];
  let found = false;
  for (const username of institutions) {
    const clerk = await staff(browser, username);
    await clerk.goto('/console/roster?state=RETURNED');
    await expect(clerk.getByRole('table')).toBeVisible();
    const row = clerk.getByRole('row').filter({ hasText: returned.name });
    await clerk.waitForTimeout(12_000); // The ten seconds in which a decision can be taken back.
    await clerk.reload();
    await clerk.waitForLoadState('networkidle');
    if ((await row.count()) === 0) continue;
    found = true;
    await expect(row).toContainText(returned.words);
    console.log(`returned ${returned.label}: ${await row.innerText()}`);
    break;
  }
  expect(found, 'the institution sees what was returned').toBe(true);
});
