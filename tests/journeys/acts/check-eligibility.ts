import { expect, type Page } from '@playwright/test';
import { type Candidate, nameOf } from '../candidates.ts';
import { expectReadable } from '../seen.ts';

/** The facilitator answers the partner, puts a paper under lock, and says why she reads it. */
export async function checkEligibility(page: Page, candidate: Candidate, look = false): Promise<void> {
  const seen = async () => {
    if (look) await expectReadable(page);
  };
  await page.goto('/facilitateur/participants/recommandations');
  const waiting = page.getByRole('article').filter({ hasText: nameOf(candidate) });
  await expect(waiting).toContainText('Matinale, connaît le métier.');
  await seen();
  await waiting.getByLabel('Votre réponse, lue par le partenaire').fill('Nous la rencontrons cette semaine.');
  await waiting.getByRole('button', { name: 'Accepter' }).click();
  await expect(page.getByText('Réponse envoyée au partenaire.')).toBeVisible();

  await page.goto(`/facilitateur/participants?q=${candidate.lastName.toLowerCase()}`);
  await expect(page.getByRole('row', { name: candidate.lastName })).toContainText('éligibilité à établir');
  await seen();
  await page.getByRole('rowheader').getByRole('link', { name: candidate.lastName }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(nameOf(candidate));
  await seen();
  await page.getByRole('main').getByRole('link', { name: 'Éligibilité' }).first().click();
  await expect(page.getByText('Rien ne l’établit aujourd’hui')).toBeVisible();
  await seen();
  const paper = page.locator('form', { has: page.getByRole('button', { name: 'Mettre sous clé' }) });
  await paper.getByLabel('Public').selectOption({ label: 'bénéficiaire du RSA ou ayant droit' });
  await paper.getByLabel('Date du justificatif').fill('2020-04-15');
  await paper.getByLabel('De quel papier s’agit-il ?').fill('attestation CAF d’avril');
  await page.getByRole('button', { name: 'Mettre sous clé' }).click();
  await expect(page.getByText('Justificatif mis sous clé.')).toBeVisible();

  await page.getByRole('link', { name: 'Refermer' }).click();
  await expect(page.getByText('attestation CAF d’avril')).toHaveCount(0);
  await page.getByLabel('Pourquoi ?').selectOption({ label: 'contrôle avant une embauche' });
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(page.getByText('Cette lecture est inscrite au journal.')).toBeVisible();
  await expect(page.getByRole('row', { name: 'bénéficiaire du RSA' })).toContainText(
    'du 15 avr. 2020 au 15 juil. 2020',
  );
  await seen();
}
