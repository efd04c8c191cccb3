import { defineConfig } from '@playwright/test';

// A machine that is busy with other work needs more of it.
const patience = Number(process.env.TANSHI_PATIENCE ?? 1);

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
  timeout: patience * 12 * 60_000,
  expect: { timeout: patience * 20_000 },
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
    actionTimeout: patience * 20_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Fields for dates and files are written in the browser's own language (Debian: chromium-l10n).
      env: { ...process.env, LANGUAGE: 'zh_CN' } as Record<string, string>,
      args: [
        '--no-sandbox',
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
