import { expect, type Page } from '@playwright/test';
import { type Candidate, nameOf } from '../candidates.ts';
import { expectReadable } from '../seen.ts';

/** The partner brings a CV; what is read of it fills the form; her agreement is recorded; the reading is confirmed. */
export async function recommend(page: Page, candidate: Candidate, look = false): Promise<void> {
  const seen = async () => {
    if (look) await expectReadable(page);
  };
  await page.goto('/partenaire');
  await page.getByRole('main').getByRole('link', { name: 'Recommander une personne' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recommander une personne');
  await seen();
  await page.getByLabel('CV', { exact: true }).setInputFiles(candidate.file);
  await page.getByRole('button', { name: 'Lire ce CV' }).click();

  await expect(page.getByText('CV lu : vérifiez et complétez les champs ci-dessous.')).toBeVisible();
  await expect(page.getByLabel('Prénom')).toHaveValue(candidate.firstName);
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(new RegExp(candidate.lastName, 'i'));
  await expect(page.getByLabel('Téléphone')).toHaveValue(new RegExp(candidate.phone.replaceAll(' ', '\\s')));
  await expect(page.getByLabel('Code postal')).toHaveValue(candidate.postalCode);
  await page.getByLabel('Nom', { exact: true }).fill(candidate.lastName);
  await page.getByLabel('Disponible à partir du').fill('2020-04-20');
  await page.getByLabel('Peut aller jusqu’à').fill('15');
  await page.getByLabel('Heures par semaine, au moins').fill('20');
  await page.getByLabel(/^au plus/).fill('35');
  await page.getByLabel('Ce que l’équipe doit savoir').fill('Matinale, connaît le métier.');
  await page.getByLabel('dit de vive voix').check();
  await seen();
  await page.getByRole('button', { name: 'Recommander', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Vérifier le CV de ${nameOf(candidate)}`);
  await expect(page.getByText('Recommandation reçue. L’équipe des clauses vous répondra ici.')).toBeVisible();
  await seen();
}

/** Confirms what was read, with a title of one's own. */
export async function confirmCv(page: Page, candidate: Candidate): Promise<void> {
  const occupations = page.getByRole('group', { name: 'Métiers' });
  await expect(
    occupations.getByRole('checkbox', { name: new RegExp(candidate.occupation, 'i') }).first(),
  ).toBeVisible();
  await page.getByLabel('Titre du CV').fill('Agent de propreté');
  await page.getByRole('button', { name: 'Confirmer le CV' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nameOf(candidate));
  await expect(
    page.getByText('D’accord pour que son CV soit montré à des entreprises', { exact: false }),
  ).toBeVisible();
}
