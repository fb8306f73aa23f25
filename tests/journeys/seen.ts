import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [1440, 1280, 390];

/** What anybody must find on a page that she sees: readable by everyone, whole at each width. */
export async function expectReadable(page: Page, name = page.url()): Promise<void> {
  await expectAccessible(page, name);
  await expectNoSideways(page, name);
}

export async function expectAccessible(page: Page, name = page.url()): Promise<void> {
  // No page of ours holds another one: what looks into frames, a second page for each look, is left out.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(levels).analyze();
  const found = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }));
  expect.soft(found, `accessibility of ${name}`).toEqual([]);
}

/** The page itself never scrolls sideways; wide tables may, within themselves. */
async function expectNoSideways(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(over, `sideways scroll of ${name} at ${width} px`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}
