import { mkdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

const HOME = process.env.TANSHI_HOME ?? new URL('../../..', import.meta.url).pathname;
const IMAGES = `${HOME}/docs/guide/images`;

/** Leaves a picture for the guides, and refuses a page that has to be scrolled sideways. */
export async function shot(page: Page, name: string, whole = false): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${name} is wider than the window`).toBeLessThanOrEqual(0);
  const before = page.viewportSize();
  // A taller window, because in a picture of what is scrolled away bars that stick lie over the rows.
  if (whole && before) await page.setViewportSize({ ...before, height: await heightOf(page) });
  await page.screenshot({ path: `${IMAGES}/${name}.png`, animations: 'disabled' });
  if (whole && before) await page.setViewportSize(before);
}

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

/** The same page on a phone; the window goes back to what it was. */
export async function phoneShot(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 375, height: 812 });
  await shot(page, name);
  if (before) await page.setViewportSize(before);
}
