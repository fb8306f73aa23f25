import { expect, type Page } from '@playwright/test';
import type { Candidate } from '../candidates.ts';
import { contractObject } from '../published.ts';
import { expectReadable } from '../seen.ts';

/** The buyer reads the gauge of her own contract, and nobody's name on any page that she opens. */
export async function readGauge(page: Page, people: readonly Candidate[]): Promise<void> {
  const nobody = new RegExp(people.flatMap(({ firstName, lastName }) => [firstName, lastName]).join('|'));
  await page.goto('/acheteur');
  await expect(page.getByRole('row', { name: new RegExp(contractObject) })).toContainText('153 h validées sur 1 200 h');
  await expect(page.locator('body')).not.toContainText(nobody);
  await expectReadable(page);
  await page.getByRole('link', { name: new RegExp(contractObject) }).click();
  await expect(page.getByText('Reste à faire : 1 047 h')).toBeVisible();
  await expect(page.getByText('dont 20 h créditées sans travail')).toBeVisible();
  expect(await page.content()).not.toMatch(nobody);
  await expectReadable(page);
  for (const closed of ['/facilitateur/participants', '/facilitateur/heures/lignes']) {
    await page.goto(closed);
    await expect(page).toHaveURL(/\/acheteur$/);
  }
}
