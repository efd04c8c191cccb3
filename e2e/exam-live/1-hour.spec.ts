import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import {
  answered,
  knock,
  moveClock,
  openDoors,
  saved,
  sealForms,
  sitDown,
} from '../journey/support/exam';
import { shot } from '../journey/support/shots';
import { killServer } from '../journey/support/server';
import { newPerson, staff } from '../journey/support/roles';
import {
  attend,
  choose,
  cut,
  exportedRows,
  type Hour,
  incidentOf,
  incidents,
  number,
  numbers,
  plug,
  ring,
  seat,
  seatIn,
  secondsLeft,
  timelineOf,
} from './support/hour';

/** 40 s at most times; three minutes by hand, see CONTRIBUTING.md. */
const OFFLINE_MS = Number(process.env.TANSHI_OFFLINE_SECONDS ?? '40') * 1_000;
const WORDS = '排放量等于活动数据乘以排放因子。'.repeat(13).slice(0, 200);

test.describe.configure({ mode: 'serial' });

let hour: Hour;
/** Who stays for the whole hour. */
const at: Record<string, Page> = {};

/** While working on these, against an hour that has begun. */
const BEGUN = process.env.TANSHI_HOUR_BEGUN !== undefined;
test.beforeAll(async ({ browser }) => {
  if (!BEGUN) return;
  hour = await attend(browser, await staff(browser, 'admin'));
  // Those before have sat down already.
  hour.sitters.splice(0, Number(process.env.TANSHI_HOUR_BEGUN));
  const known = hour.board.getByRole('button', { name: '已知晓' });
  while ((await known.count()) > 0) await known.first().click();
});

test('until the bell nobody says that the exam has begun', async ({ browser }) => {
  test.skip(BEGUN);
  await sealForms(browser);
  const admin = await staff(browser, 'admin');
  await admin.getByRole('link', { name: '开考' }).click();
  await openDoors(admin);
  await expect(admin.locator('main')).toContainText('候考中');
  await expect(admin.locator('main')).not.toContainText('已开考');
  hour = await attend(browser, admin);
  await expect(hour.board.locator('main')).toContainText('候考中');
  expect(hour.sitters.length).toBeGreaterThanOrEqual(6);
  await ring(hour);
  await expect(hour.board.locator('main')).toContainText('已开考', { timeout: 10_000 });
});

test('a cut network brings the candidate to the top of the board, and ten minutes are given back', async ({
  browser,
}) => {
  const { board, admin } = hour;
  const who = hour.sitters[0]!;
  const page = (at.first = await seat(browser, who));
  await choose(page, 1, 'a');
  await saved(page);
  await expect(board.getByRole('button', { name: new RegExp(`${who.name}，1/45`) })).toBeVisible();
  await expect(incidentOf(board, who)).toHaveCount(0);
  await cut(page);
  const top = incidents(board).first();
  await expect(top).toContainText(who.name, { timeout: 15_000 });
  const since = await top.locator('.incident__since').innerText();
  await expect(top.locator('.incident__since')).not.toHaveText(since, { timeout: 3_000 });

  await top.getByRole('button', { name: '核定补时…' }).click();
  const dialog = board.getByRole('dialog', { name: '补时核定' });
  await dialog.getByLabel(/^按判断给的分钟数/).fill('10');
  await dialog.getByLabel(/^情况说明/).fill('该座位网线松动，已处理');
  await shot(board, 'invigilator-ruling');
  await dialog.getByRole('button', { name: '提出，请另一人批准' }).click();
  await expect(board.getByText('你已提出，须由另一人决定')).toBeVisible();
  await plug(page);
  await expect(page.getByText('网络已恢复，全部答案已保存。')).toBeVisible({ timeout: 20_000 });

  await admin.goto(board.url());
  await admin.getByRole('button', { name: '批准…', exact: true }).click();
  const decision = admin.getByRole('dialog', { name: '批准补时' });
  await decision.getByLabel(/^理由/).fill('与记录相符');
  const before = await secondsLeft(page);
  await decision.getByRole('button', { name: '批准补时' }).click();
  await expect
    .poll(async () => (await secondsLeft(page)) - before, { timeout: 5_000, intervals: [100] })
    .toBeGreaterThan(580);
  await expect(page.getByText('监考为你补时 10 分钟，剩余时间已更新。')).toBeVisible();

  await expect(incidentOf(board, who)).toHaveCount(0);
  const lines = (await timelineOf(board, who)).join('\n');
  expect(lines).toMatch(/失联 \d+:\d\d/);
  expect(lines).toMatch(/核定补时 10 分钟：.*网线松动/);
  const rows = (await exportedRows(board, who)).join('\n');
  expect(rows).toMatch(/失联/);
  expect(rows).toMatch(/补时.*10/);
});

test('offline for minutes nothing stops and nothing is lost, and the invigilator sees the span', async ({
  browser,
}) => {
  test.setTimeout(OFFLINE_MS + 4 * 60_000);
  const who = hour.sitters[1]!;
  const page = await seat(browser, who);
  await choose(page, 1, 'a');
  await saved(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await cut(page);
  const cutAt = Date.now();
  await expect(page.getByText('网络中断。')).toBeVisible({ timeout: 15_000 });
  for (let n = 2; n <= 12; n += 1) {
    await number(page, n).click();
    await expect(page.locator('main').getByText(`第 ${n} 题`, { exact: true })).toBeVisible();
    if (n <= 7) await page.keyboard.press('b');
  }
  await number(page, 41).click();
  await page.getByRole('textbox', { name: /题作答/ }).fill(WORDS);
  await expect(page.locator('.chip')).toContainText(/已存本机 · 待上传 7/);
  await page.waitForTimeout(Math.max(0, OFFLINE_MS - (Date.now() - cutAt)));
  await plug(page);
  await expect(page.locator('.chip')).toContainText('已保存', { timeout: 20_000 });
  await expect(page.getByText('网络已恢复，全部答案已保存。')).toBeVisible();
  expect(asked.filter((path) => path.endsWith('/entry'))).toEqual([]);
  await page.reload();
  await expect.poll(() => answered(page)).toBe(8);
  await number(page, 41).click();
  await expect(page.getByRole('textbox', { name: /题作答/ })).toHaveValue(WORDS);

  const silent = (await timelineOf(hour.board, who)).find((line) => line.includes('失联'));
  const [, minutes, seconds] = /失联 (\d+):(\d\d)/.exec(silent ?? '') ?? [];
  expect(Number(minutes) * 60 + Number(seconds)).toBeGreaterThan(OFFLINE_MS / 1000 - 8);
  at.second = page;
});

test('a second window is refused with an explanation, and the invigilator sees it', async () => {
  const page = at.first!;
  const second = await page.context().newPage();
  const who = hour.sitters[0]!;
  await second.goto('/exam/');
  await second.getByLabel('准考证号').fill(who.ticket);
  await second.getByLabel('证件号').fill(who.idNumber);
  await second.getByLabel('考场代码').fill(who.roomCode);
  await second.getByRole('button', { name: '进入考场' }).click();
  await expect(second.getByRole('heading', { name: '考试已在另一个窗口打开' })).toBeVisible();
  await expect(second.getByText('请回到原来的窗口继续作答，并关闭本窗口。')).toBeVisible();
  await second.close();
  await choose(page, 2, 'b');
  await saved(page);
  await expect
    .poll(async () => (await timelineOf(hour.board, who)).join('\n'))
    .toContain('另开考试窗口');
});

test('another machine goes on where the server is; what the first had not sent comes by its file', async ({
  browser,
}) => {
  const { board } = hour;
  const who = hour.sitters[2]!;
  const former = await seat(browser, who);
  for (const n of [1, 2, 3]) await choose(former, n, 'a');
  await saved(former);
  await cut(former);
  for (const n of [4, 5]) await choose(former, n, 'b');
  await expect(former.locator('.chip')).toContainText(/待上传 2/, { timeout: 20_000 });

  const next = await newPerson(browser);
  await knock(next, who);
  await expect(next.getByRole('heading', { name: '等待监考员放行' })).toBeVisible();
  await shot(next, 'exam-release');
  const top = incidents(board).first();
  await expect(top).toContainText(who.name);
  await expect(top).toContainText('要求在另一台机器上继续');
  await shot(board, 'invigilator-release');
  await top.getByRole('button', { name: '拒绝…' }).click();
  const refusal = board.getByRole('dialog', { name: '拒绝换机' });
  await refusal.getByLabel(/^原因/).fill('请先回到座位，核对身份');
  await refusal.getByRole('button', { name: '拒绝' }).click();
  await expect(next.getByText('监考员没有放行：请先回到座位，核对身份')).toBeVisible();
  await next.getByRole('button', { name: '再次请求放行' }).click();
  await top.getByRole('button', { name: '放行', exact: true }).click();
  await sitDown(next);
  await expect(numbers(next)).toBeVisible({ timeout: 30_000 });
  expect(await answered(next)).toBe(3);
  for (const n of [5, 6]) await choose(next, n, 'c');
  await saved(next);

  await plug(former);
  await expect(former.getByText('你的考试已在另一台机器或另一个窗口打开')).toBeVisible({
    timeout: 20_000,
  });
  await expect(former.locator('main')).toContainText(/本机还有\s*2\s*条没有上传的作答/);
  const saving = former.waitForEvent('download');
  await former.getByRole('button', { name: '保存应急答卷文件' }).click();
  const file = await saving;
  expect(await readFile(await file.path(), 'utf8')).not.toContain(who.name);

  await board.getByRole('link', { name: '应急答卷' }).click();
  await board.locator('input[type=file]').setInputFiles({
    name: file.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await file.path()),
  });
  await board.getByRole('button', { name: '上传并核对' }).click();
  await expect(board.getByRole('status')).toContainText(
    '2 条与另一台机器的作答并行，其中 1 题两边都改过',
  );
  await board.getByRole('link', { name: '回到监考面板' }).click();
  const gap = (await timelineOf(board, who)).find((line) => line.includes('没有经网络送达'));
  expect(gap).toContain('第 4–5 条');
  const lines = (await timelineOf(board, who)).join('\n');
  expect(lines).toContain('要求换机，等待放行');
  expect(lines).toMatch(/不放行换机.*请先回到座位/);
  expect(lines).toContain('放行换机');

  await choose(next, 7, 'a');
  await saved(next);
  await next.reload();
  await expect.poll(() => answered(next)).toBe(6);
});

test('a killed browser loses nothing, sent or not', async ({ playwright }, info) => {
  const who = hour.sitters[3]!;
  const profile = info.outputPath('profile');
  const open = () =>
    playwright.chromium.launchPersistentContext(profile, {
      ...info.project.use.launchOptions,
      baseURL: info.project.use.baseURL,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
    });
  const context = await open();
  const page = await seatIn(context, who);
  for (const n of [1, 2, 3]) await choose(page, n, 'a');
  await saved(page);
  await cut(page);
  await choose(page, 4, 'b');
  await expect(page.locator('.chip')).toContainText(/待上传 1/, { timeout: 20_000 });
  // No page is told, nothing is flushed: as when the power goes.
  const browserSession = await context.newCDPSession(page);
  await browserSession.send('Browser.crash').catch(() => undefined);
  await context.close().catch(() => undefined);

  const again = await open();
  const restored = await seatIn(again, who);
  await saved(restored);
  expect(await answered(restored)).toBe(4);
  await restored.reload();
  await expect.poll(() => answered(restored)).toBe(4);
  await again.close();
});

test('when the server is gone the board says how old it is, and candidates go on', async () => {
  const { board } = hour;
  const page = at.first!;
  const restarted = killServer();
  await choose(page, 3, 'b');
  await expect(board.locator('.stale__note')).toContainText(/数据停在 \d\d:\d\d:\d\d/, {
    timeout: 20_000,
  });
  await shot(board, 'invigilator-stale');
  await restarted;
  await expect(board.locator('.stale__note')).toHaveCount(0, { timeout: 60_000 });
  await saved(page);
  await expect(numbers(page)).toBeVisible();
});

test('the record of the sitting is a paper to sign and a table to keep', async () => {
  const { board, admin } = hour;
  const who = hour.sitters[0]!;
  const href = await board.getByRole('link', { name: '情况记录 PDF' }).getAttribute('href');
  const paper = await board.request.get(href!);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await exportedRows(board, who)).length).toBeGreaterThan(3);
  await moveClock(admin, '开考 31 分钟后');
});
