import { defineConfig } from '@playwright/test';

// Debian's Chromium: a browser of Playwright's own would be downloaded from elsewhere.
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'journey', testDir: './journey' },
    // Walks the rooms on the data that the journey leaves.
    { name: 'rooms', testDir: './rooms' },
    // The exam screen, with the server's part played beside it.
    { name: 'exam', testDir: './exam' },
    // The exam hour with its invigilator, against the real server: LIVE=on etc/journey.sh.
    { name: 'exam-live', testDir: './exam-live' },
    // What takes minutes; on demand only, see CONTRIBUTING.md.
    { name: 'acceptance', testDir: './acceptance' },
  ],
  timeout: 12 * 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  // Every step builds on the one before.
  maxFailures: 1,
  reporter: [['list']],
  outputDir: '.output',
  use: {
    baseURL: process.env.TANSHI_URL ?? 'http://127.0.0.1:8080',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--lang=zh-CN', // Fields for dates are written as the browser's own language does.
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
