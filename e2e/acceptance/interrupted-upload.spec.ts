import { expect, test, type Page } from '@playwright/test';
import { statSync } from 'node:fs';
import { demoFile, newBatch, upload } from './support';
import { cutOff, slowDown } from '../rooms/support/network';

/** Bytes of request bodies that left a page, as its requests report their progress. */
async function countBytes(page: Page): Promise<() => number> {
  const running = new Map<string, number>();
  await page.exposeFunction('tellSent', (id: string, bytes: number) => running.set(id, bytes));
  await page.addInitScript(() => {
    const send = XMLHttpRequest.prototype.send;
    let last = 0;
    XMLHttpRequest.prototype.send = function (body) {
      const id = `sent-${last++}-${performance.timeOrigin}`;
      const tell = (window as unknown as { tellSent: (id: string, n: number) => void }).tellSent;
      for (const moment of ['progress', 'load'] as const) {
        this.upload.addEventListener(moment, (event) => tell(id, event.loaded));
      }
      return send.call(this, body);
    };
  });
  return () => [...running.values()].reduce((sum, bytes) => sum + bytes, 0);
}

test('check 4: 100 MB, cut off at about 40 % for half a minute and reloaded, go on from where they were', async ({
  browser,
}) => {
  const file = demoFile('报名-100MB.zip');
  const size = statSync(file).size;
  const page = await newBatch(browser);
  const sent = await countBytes(page);
  await page.reload();
  await slowDown(page, 20_000_000);
  await upload(page, file);
  await expect.poll(sent, { timeout: 120_000, intervals: [50] }).toBeGreaterThan(0.38 * size);
  await cutOff(page);
  await expect(page.getByText(/网络中断，已传/)).toBeVisible();
  const atTheCut = sent();
  await page.waitForTimeout(30_000);
  await slowDown(page, -1);
  await page.reload();
  const left = page.getByRole('listitem').filter({ hasText: '没有传完' });
  await expect(left).toBeVisible();
  const received = await left.locator('.unfinished__size').innerText();
  await left.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('button', { name: '提交 110 行' })).toBeVisible({ timeout: 240_000 });
  // What left just before the cut was not told any more, but has arrived.
  const arrived = Number(/已传 ([\d.]+) MB/.exec(received)?.[1] ?? 0) * 2 ** 20;
  const ratio = (sent() - atTheCut + Math.max(atTheCut, arrived)) / size;
  console.log(
    `size ${size}, sent at the cut ${atTheCut} (${received}), in all ${sent()}: ${ratio.toFixed(3)}`,
  );
  expect(ratio).toBeLessThan(1.2);
  expect(ratio, 'the counting itself works').toBeGreaterThan(0.99);
  await page.getByRole('button', { name: /^2 匹配/ }).click();
  await expect(page.getByRole('button', { name: /^全部 110/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /待指认的文件/ })).toContainText('0 份');
});
