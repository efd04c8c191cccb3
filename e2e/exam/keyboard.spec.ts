import { expect, test, type Page } from '@playwright/test';
import { seriousFaults } from '../rooms/support/axe';
import { PaperServer } from './support/paper-server';
import { saved, sit } from './support/sit';

/** Tabs on until that element has the focus; each stop on the way must be seen. */
async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  for (let stops = 0; stops < 90; stops += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(focusIsSeen);
    expect(seen.hidden, `the focus on ${seen.name}`).toBe(false);
    if (typeof name === 'string' ? seen.name.includes(name) : name.test(seen.name)) return;
  }
  throw new Error(`never reached ${String(name)}`);
}

/** Runs in the page: where the focus is, whether it is marked, and whether a bar covers it. */
function focusIsSeen(): { name: string; hidden: boolean } {
  const element = document.activeElement as HTMLInputElement | null;
  if (!element || element === document.body) return { name: 'the page', hidden: false };
  const box = element.getBoundingClientRect();
  const label = element.labels?.[0] ?? element;
  const name = element.getAttribute('aria-label') ?? label.textContent ?? '';
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const covered = !at || !(at === element || element.contains(at) || label.contains(at));
  const marks = [element, label as HTMLElement, element.parentElement].filter(
    (one) => one !== null,
  );
  const marked = marks.some((one) => {
    const style = getComputedStyle(one!);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  });
  return { name: name.trim(), hidden: covered || !marked };
}

test('from the door to the receipt by keyboard alone, the focus always in sight', async ({
  page,
}) => {
  const server = new PaperServer();
  await server.serve(page);
  await page.goto('/exam/');
  await expect(page.getByLabel('准考证号')).toBeFocused();
  await page.keyboard.type('2612260301');
  await tabTo(page, '证件号');
  await page.keyboard.type('33010119900101002X');
  await tabTo(page, '考场代码');
  await page.keyboard.type('QK7R');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '核对本人' })).toBeVisible();
  await tabTo(page, /输入法测试/);
  await page.keyboard.type('碳排放');
  await tabTo(page, '是我本人，继续');
  await page.keyboard.press('Enter');
  await tabTo(page, '我已阅读');
  await page.keyboard.press('Space');
  await tabTo(page, /进入等候|开始作答/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '题号' })).toBeVisible();
  await page.keyboard.press('a');
  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await saved(page);
  await tabTo(page, /^交卷/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '返回作答' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /确认交卷/ })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '已交卷' })).toBeVisible();
});

for (const [zoom, width, height] of [
  [200, 640, 512],
  [400, 320, 256],
] as const) {
  test(`at ${zoom} % of a 1280 px window nothing has to be moved sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const sideways = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await page.goto('/exam/');
    expect(await sideways()).toBeLessThanOrEqual(0);
    await sit(page, new PaperServer());
    expect(await sideways()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '交卷' }).click();
    expect(await sideways()).toBeLessThanOrEqual(0);
  });
}

test('axe finds no serious fault from the door to the receipt', async ({ page }) => {
  const server = new PaperServer();
  await server.serve(page);
  await page.goto('/exam/');
  const found: string[] = [];
  const look = async (where: string) =>
    found.push(...(await seriousFaults(page)).map((fault) => `${where}: ${fault}`));
  await look('door');
  await sit(page, server, look);
  await page.keyboard.press('a');
  await page.keyboard.press('m');
  await look('item');
  await page.getByRole('button', { name: '交卷' }).click();
  await look('hand-in');
  await page.getByRole('button', { name: '继续交卷' }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await expect(page.getByRole('heading', { name: '已交卷' })).toBeVisible();
  await look('receipt');
  expect(found).toEqual([]);
});
