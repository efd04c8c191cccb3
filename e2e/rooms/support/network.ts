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
