import { expect, test, type Page } from '@playwright/test';
import { newPerson, staff } from '../journey/support/roles';
import { seriousFaults } from '../rooms/support/axe';
import { PAGES } from './pages';

const PUBLIC = ['/', '/login', '/activate', '/privacy', '/accessibility', '/console/login'];

async function faults(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return (await seriousFaults(page)).map((fault) => `${path} ${fault}`);
}

test('axe reports what it is there for', async ({ browser }) => {
  const page = await newPerson(browser);
  await page.goto('/login');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p style="color:#ddd;background:#eee">faint</p>',
    );
  });
  expect(await seriousFaults(page)).toHaveLength(1);
});

test('no public page has a serious fault', async ({ browser }) => {
  const page = await newPerson(browser);
  const found: string[] = [];
  for (const path of PUBLIC) found.push(...(await faults(page, path)));
  expect(found).toEqual([]);
});

for (const [username, paths] of Object.entries(PAGES)) {
  test(`no page of ${username} has a serious fault`, async ({ browser }) => {
    const page = await staff(browser, username);
    const found: string[] = [];
    for (const path of paths) found.push(...(await faults(page, `/console/${path}`)));
    expect(found).toEqual([]);
  });
}
