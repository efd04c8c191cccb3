import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';

/** What axe calls serious or critical on the page as it stands, one line for each rule. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
    .map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}
