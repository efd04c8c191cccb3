import { expect, test } from '@playwright/test';
import { PaperServer } from '../exam/support/paper-server';
import { answerItems, saved, sit } from '../exam/support/sit';

test('256 kbit/s and 800 ms there and back are enough to begin', async ({ page }) => {
  test.setTimeout(180_000);
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 800,
    downloadThroughput: 256_000 / 8,
    uploadThroughput: 256_000 / 8,
  });
  const startedAt = Date.now();
  await page.goto('/exam/');
  await expect(page.getByLabel('准考证号')).toBeVisible({ timeout: 60_000 });
  const door = Date.now() - startedAt;
  await sit(page, new PaperServer());
  await answerItems(page, 1, 2);
  await saved(page);
  console.log(
    `slow line: door after ${door} ms, two items answered after ${Date.now() - startedAt} ms`,
  );
  expect(door).toBeLessThan(30_000);
});
