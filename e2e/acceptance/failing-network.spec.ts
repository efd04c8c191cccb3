import { expect, test, type Page } from '@playwright/test';
import { staff } from '../journey/support/roles';
import { PAGES } from './pages';

/** Nothing is asked when these open. */
const ASK_NOTHING = ['people', 'accounts/invite', 'demo-clock'];

async function faults(page: Page, path: string): Promise<string[]> {
  await page.goto(`/console/${path}`);
  const notice = page.locator('main .problem').first();
  const said = await notice.waitFor().then(
    () => true,
    () => false,
  );
  if (!said) return [`${path} says nothing`];
  const found: string[] = [];
  if (!(await page.getByRole('button', { name: '重试' }).first().isVisible())) {
    found.push(`${path} offers no second try`);
  }
  const empty = page.locator('main .empty:visible');
  for (const words of await empty.allInnerTexts()) {
    found.push(`${path} calls empty what it does not know: ${words.replace(/\s+/g, ' ')}`);
  }
  return found;
}

for (const [username, paths] of Object.entries(PAGES)) {
  test(`without a network no page of ${username} pretends that nothing is there`, async ({
    browser,
  }) => {
    const page = await staff(browser, username);
    await page.route(
      (url) => url.pathname.startsWith('/api/') && !url.pathname.startsWith('/api/session'),
      (route) => route.abort(),
    );
    const found: string[] = [];
    for (const path of paths) {
      if (!ASK_NOTHING.includes(path)) found.push(...(await faults(page, path)));
    }
    expect(found).toEqual([]);
  });
}
