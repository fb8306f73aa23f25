import { expect, type Page } from '@playwright/test';
import { contractObject } from '../published.ts';
import { expectReadable } from '../seen.ts';

/** The contract that came from open data gets a clause of 1 200 h on its second lot. */
export async function writeClause(page: Page): Promise<void> {
  await page.goto('/facilitateur/marches');
  await expect(page.getByText('Aucun marché suivi ne correspond')).toBeVisible();
  await expectReadable(page);
  await page.getByRole('link', { name: 'Tout le registre', exact: true }).click();
  await expect(page).toHaveURL(/registre=oui/);
  await page.getByRole('searchbox', { name: 'Chercher' }).fill('gymnases');
  await page.getByRole('searchbox', { name: 'Chercher' }).press('Enter');
  await page.getByRole('link', { name: new RegExp(contractObject) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(contractObject);
  await expect(page.getByText('Votre structure ne suit pas ce marché')).toBeVisible();
  await expectReadable(page);
  await page.getByRole('button', { name: 'Rattacher à mes marchés' }).click();
  await expect(page.getByRole('button', { name: 'Retirer de mes marchés' })).toBeVisible();
  await page
    .locator('section, article, .card', { has: page.getByRole('heading', { name: /Lot 2/ }) })
    .last()
    .getByRole('link', { name: 'Écrire la clause' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause sociale, lot 2');
  await page.getByLabel('Heures écrites au CCAP').fill('1200');
  await expect(page.getByText('Heures dues : 1 200 h')).toBeVisible();
  await expectReadable(page);
  await page.getByRole('button', { name: 'Enregistrer la clause' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(contractObject);
  await expect(page.getByRole('link', { name: 'Changer la clause' })).toBeVisible();
  await expect(page.getByText('Reste à faire : 1 200 h')).toBeVisible();
  await expectReadable(page);
}
