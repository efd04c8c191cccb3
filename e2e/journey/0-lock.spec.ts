import { expect, test, type Page } from '@playwright/test';
import { actAsLockedBrowser } from './support/locked-browser';
import { StubExam } from './support/stub-exam';

const KEY = 'a'.repeat(64);

async function enter(page: Page, exam: StubExam): Promise<void> {
  await exam.serve(page);
  await page.goto('/exam/');
  await page.getByLabel('准考证号').fill('2612260301');
  await page.getByLabel('证件号').fill('33010119900101002X');
  await page.getByLabel('考场代码').fill('QK7R');
  await page.getByRole('button', { name: '进入考场' }).click();
}

const inside = (page: Page) => page.getByRole('heading', { name: '核对本人' });

test('the locked browser is accepted, and once more after a reload', async ({ page, context }) => {
  await actAsLockedBrowser(context, KEY);
  await enter(page, new StubExam(KEY));
  await expect(inside(page)).toBeVisible();
  await expect(page).toHaveURL(/\/exam\/\?n=n\d+$/);
  await page.reload();
  await expect(inside(page)).toBeVisible();
});

test('a replayed link is refused in words, and a fresh one helps', async ({ page, context }) => {
  await actAsLockedBrowser(context, KEY);
  const exam = new StubExam(KEY);
  exam.replay = true;
  await enter(page, exam);
  await expect(page.getByRole('heading', { name: '这个进入链接已经用过' })).toBeVisible();
  await page.getByRole('button', { name: '重新核验' }).click();
  await expect(inside(page)).toBeVisible();
});

test('another configuration is refused and stays outside', async ({ page, context }) => {
  await actAsLockedBrowser(context, 'b'.repeat(64));
  await enter(page, new StubExam(KEY));
  await expect(page.getByRole('heading', { name: '考试浏览器核验没有通过' })).toBeVisible();
  await expect(inside(page)).toBeHidden();
});

test('a plain browser gets the link, and goes on by itself when an invigilator exempts', async ({
  page,
}) => {
  const exam = new StubExam(KEY);
  await enter(page, exam);
  await expect(page.getByRole('heading', { name: '本场须用 Safe Exam Browser' })).toBeVisible();
  await expect(page.getByRole('link', { name: '启动 Safe Exam Browser' })).toHaveAttribute(
    'href',
    /^seb:/,
  );
  exam.state = 'EXEMPT';
  await expect(inside(page)).toBeVisible();
});

test('a failed check in the middle waits for the release and goes on', async ({
  page,
  context,
}) => {
  await actAsLockedBrowser(context, KEY);
  const exam = new StubExam(KEY);
  await page.clock.install();
  await enter(page, exam);
  await expect(inside(page)).toBeVisible();
  exam.state = 'HELD';
  await page.clock.runFor(31_000);
  await expect(page.getByRole('heading', { name: '考试浏览器核验失败' })).toBeVisible();
  exam.state = 'RELEASED';
  await page.clock.runFor(6_000);
  await expect(inside(page)).toBeVisible();
});
