import { expect, type Page } from '@playwright/test';
import { type Candidate, nameOf } from '../candidates.ts';
import { expectReadable } from '../seen.ts';

/** What the company answered becomes a hire on the clause: eligibility is judged on its day, then frozen. */
export async function recordHire(page: Page, candidate: Candidate): Promise<void> {
  await page.goto('/facilitateur/offres');
  await page.getByRole('link', { name: '2 agents de propreté' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 agents de propreté');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^CV proposés/ })
    .click();
  const row = page.getByRole('row').filter({ hasText: candidate.lastName });
  await expect(row).toContainText('Embauché');
  await expectReadable(page);
  await row.getByRole('link', { name: 'Préparer l’embauche' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enregistrer une embauche');
  await expect(page.getByRole('main')).toContainText(nameOf(candidate));
  await expect(page.getByLabel('Embauchée le')).toHaveValue('2020-05-01');
  await page.getByLabel('Embauchée le').fill('2020-05-04');
  await page.getByLabel(/^Fin du contrat de travail/).fill('2020-10-31');
  await expectReadable(page);
  await page.getByRole('button', { name: 'Enregistrer l’embauche' }).click();
  await expect(page.getByText('L’embauche est enregistrée')).toBeVisible();
  await expect(page.getByText('Ses heures comptent jusqu’au 3 mai 2022.')).toBeVisible();
  await expectReadable(page);
  await page.goto('/facilitateur/embauches');
  await expect(page.getByRole('row').filter({ hasText: candidate.lastName })).toContainText('25 h');
  await expectReadable(page);
}
