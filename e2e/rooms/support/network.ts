import { readFileSync } from 'node:fs';
import { type CDPSession, type Page } from '@playwright/test';

const sessions = new WeakMap<Page, CDPSession>();

async function conditions(page: Page, offline: boolean, upload: number): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: upload,
  });
}

/** A line on which a package takes its time. */
export const slowDown = (page: Page, bytesPerSecond = 120_000) =>
  conditions(page, false, bytesPerSecond);
export const cutOff = (page: Page) => conditions(page, true, -1);

/**
 * Lets a third of a file reach the server, then nothing of this page any more. A package of a few MB is in the buffers
 * of the machine before a browser can be cut off, however slow its line.
 */
export async function cutOffAfterAThird(page: Page, file: string): Promise<void> {
  const content = readFileSync(file);
  let arrived = false;
  await page.route('**/transfers/**', async (route) => {
    const request = route.request();
    if (!arrived && request.method() !== 'PATCH') return route.continue();
    if (!arrived) {
      arrived = true;
      const { 'content-length': _, ...headers } = await request.allHeaders();
      await page.request.fetch(request.url(), {
        method: 'PATCH',
        headers,
        data: content.subarray(0, Math.floor(content.length / 3)),
      });
      await cutOff(page);
    }
    return route.abort('connectionreset');
  });
}
