import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, type Browser, type Page } from '@playwright/test';
import { staff } from '../journey/support/roles';

const TANSHI = new URL('../../tanshi', import.meta.url).pathname;

/** The demo files that `make-batch --demo` writes; made once, and kept for the next run. */
export function demoFile(name: string): string {
  const folder = process.env.TANSHI_DEMO_FILES ?? `${tmpdir()}/tanshi-demo-files`;
  if (!existsSync(`${folder}/报名-100MB.expected.json`)) {
    mkdirSync(folder, { recursive: true });
    execFileSync(TANSHI, ['make-batch', '--demo', folder], { stdio: 'inherit' });
  }
  return `${folder}/${name}`;
}

/** A package made for one test. */
export function madePackage(people: number, seed: number, faults: string): string {
  const file = `${mkdtempSync(`${tmpdir()}/acceptance-`)}/made.zip`;
  const options = { people, seed, faults };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  execFileSync(TANSHI, ['make-batch', ...words, file], { stdio: 'inherit' });
  return file;
}

/** A batch of its own for the first sitting that is open. */
export async function newBatch(browser: Browser): Promise<Page> {
  const page = await staff(browser, 'institution');
  await page.goto('/console/batches');
  await page.getByRole('button', { name: '新建批次' }).first().click();
  await expect(page.getByRole('heading', { name: '上传报名资料' })).toBeVisible();
  return page;
}

export async function upload(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: '上传并检查' }).click();
}
