import { expect, test, type Page } from '@playwright/test';
import { staff } from '../journey/support/roles';
import { shot } from '../journey/support/shots';
import { NEXT } from './support/next-sitting';

const WHY = '考点场地被占用，经发证单位同意';

test('a site is added with its way and the institution that is seated there first', async ({
  browser,
}) => {
  const page = await staff(browser, 'admin');
  await page.goto('/console/exam/sites');
  await expect(page.getByRole('row').filter({ hasText: '考点' }).first()).toBeVisible();
  const known = page.getByRole('row').filter({ hasText: '嘉兴考点' });
  if ((await known.count()) > 0) await known.getByRole('button', { name: '删除' }).click();
  if ((await known.count()) > 0)
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(known).toHaveCount(0);
  await page.getByRole('textbox', { name: '名称' }).fill('嘉兴考点');
  await page.getByRole('textbox', { name: '地址' }).fill('嘉兴市南湖区中环南路 8 号 实训楼');
  await page.getByRole('textbox', { name: '联系' }).fill('考务室 0573-5550 0303');
  await page.getByRole('textbox', { name: '路线' }).fill('高铁嘉兴南站乘有轨电车 T1 线，南湖站下');
  await page.getByRole('checkbox', { name: '浙东能源职业培训学校' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(known).toContainText('浙东能源职业培训学校');
  await shot(page, 'office-sites');
});

test('the words of a message are changed after a look, and the version is kept', async ({
  browser,
}) => {
  const page = await staff(browser, 'admin');
  await page.getByRole('link', { name: /^消息/ }).click();
  await page.getByRole('link', { name: '模板与渠道' }).click();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await shot(page, 'office-templates');
  await page.getByRole('link', { name: '准考证已生成' }).click();
  const words = page.getByRole('group', { name: '中文' });
  const body = words.getByRole('textbox', { name: '正文' });
  await expect(body).not.toHaveValue('');
  const early = (await body.inputValue()).includes('30 分钟') ? '40 分钟' : '30 分钟';
  await body.fill(`考点、考场和座位已确定。请提前 ${early}到场，带身份证原件。`);
  await page.getByRole('button', { name: '用示例预览' }).click();
  await expect(words.locator('.preview')).toContainText(`提前 ${early}`);
  await page.getByRole('textbox', { name: /为什么修改/ }).fill('写明到场时间');
  await shot(page, 'office-template', true);
  await page.getByRole('button', { name: '保存为新版本' }).click();
  await expect(page.getByText(/已保存为第 \d+ 版/)).toBeVisible();
});

test('both readings of the fourth Saturday are shown where they differ', async ({ browser }) => {
  const page = await staff(browser, 'admin');
  await page.getByRole('link', { name: '考期', exact: true }).click();
  const year = page.locator('section', { hasText: '建立一年的考期' });
  await year.getByLabel('年份').selectOption('2027');
  const create = year.getByRole('button', { name: /^建立这/ });
  const nothing = year.getByText('没有可以新建的考期');
  await expect(create.or(nothing)).toBeVisible();
  if (await create.isVisible()) {
    await expect(year).toContainText('另一读法');
    await create.click();
    await expect(year.getByText(/已建立 \d+ 个考期/)).toBeVisible();
  }
  await page.getByRole('link', { name: '2027 年 8 月考期' }).click();
  const dates = page.getByRole('group', { name: '考试日期' });
  await expect(dates).toContainText('两种读法不同');
  await expect(dates).toContainText('2027-08-28');
  await expect(dates).toContainText('2027-08-21');
  await shot(page, 'office-sitting-readings');
});

test('a date is moved with its consequences in sight; a cancelled move changes nothing', async ({
  browser,
}) => {
  const page = await staff(browser, 'admin');
  await page.getByRole('link', { name: '考期', exact: true }).click();
  await page.getByRole('table').getByRole('link', { name: NEXT.name }).click();
  const dates = page.getByRole('group', { name: '考试日期' });
  await expect(dates).toBeVisible();
  const before = await facts(page);
  const day = (await page.getByLabel('另定的考试日期').inputValue()) === '2027-05-15' ? '22' : '15';

  await page.getByLabel('另定的考试日期').fill(`2027-05-${day}`);
  await page.getByLabel('另定的考试日期').dispatchEvent('change');
  await expect(page.getByText('未保存，8 项期限会变'), 'every date that is derived').toBeVisible();
  await expect(dates, 'both readings, though they agree').toContainText('也是第 4 周的周六');
  const impact = page.locator('aside.impact');
  await expect(impact).toContainText(/\d+ 名考生/);
  await expect(impact).toContainText('绿源低碳技术培训中心');
  await expect(impact).toContainText(/发出消息.*名考生.*家机构/);
  await page.getByRole('textbox', { name: '修改原因' }).fill(WHY);
  await shot(page, 'office-sitting-move', true);
  await page.getByRole('button', { name: '取消' }).click();
  await expect.poll(() => facts(page)).toBe(before);
  await page.reload();
  await expect.poll(() => facts(page), 'also on the server').toBe(before);

  await page.getByLabel('另定的考试日期').fill(`2027-05-${day}`);
  await page.getByLabel('另定的考试日期').dispatchEvent('change');
  await page.getByRole('textbox', { name: '修改原因' }).fill(WHY);
  await page.getByRole('button', { name: '保存新日期' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已保存：考试日' })).toBeVisible();
  await expect(impact).toContainText('考点场地被占用');
  await expect(impact).toContainText('赵岑');

  const auditor = await staff(browser, 'auditor');
  await auditor.goto('/console/audit?actor=赵岑');
  const entry = auditor.getByRole('row').filter({ hasText: '考期' }).first();
  await expect(entry).toContainText('赵岑');
  await entry.locator('button[aria-expanded]').click();
  await expect(entry).toContainText('考点场地被占用');

  const institution = await staff(browser, 'institution');
  await institution.getByRole('link', { name: /^消息/ }).click();
  // It is delivered after the move was stored, perhaps after the page was opened.
  await expect(async () => {
    await institution.reload();
    await expect(institution.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(institution.getByText(`${NEXT.name}日期有变更`).first()).toBeVisible();
  }).toPass();
  await shot(institution, 'institution-messages');
});

/** The dates of the page, as they are in force, and what was done to them. */
async function facts(page: Page): Promise<string> {
  const dates = await page.locator('.deadlines tbody').innerText();
  return `${dates}\n${await page.locator('.impact__history').innerText()}`;
}
