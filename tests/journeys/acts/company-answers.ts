import { expect, type Page } from '@playwright/test';
import { type Candidate, nameOf } from '../candidates.ts';
import { expectReadable } from '../seen.ts';

/** Opens the link: first who writes, and nobody's name; the CVs after a press. */
export async function openLink(page: Page, address: string, people: readonly Candidate[]): Promise<void> {
  await page.goto(address);
  await expect(page.getByText('Trois personnes du quartier, prêtes à commencer.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText(people[0]?.lastName ?? '');
  await expectReadable(page);
  await page.getByRole('button', { name: `Voir les ${people.length} CV` }).click();
  // What each can do, and nobody's name, until that very CV is opened.
  await expect(page.getByRole('article')).toHaveCount(people.length);
  for (const { lastName } of people) await expect(page.locator('main')).not.toContainText(lastName);
  await expectReadable(page);
  for (const [index] of people.entries()) {
    await page.getByRole('button', { name: `Voir le CV complet Profil ${index + 1}` }).click();
  }
  for (const candidate of people) await expect(cardOf(page, candidate)).toBeVisible();
  // Never why somebody is eligible, nor what a CV says of origin or family.
  await expect(page.locator('body')).not.toContainText(/RSA|minima|malienne|Mariée|1984/);
  await expectReadable(page);
}

export function cardOf(page: Page, candidate: Candidate) {
  return page.getByRole('article').filter({ hasText: nameOf(candidate) });
}

export async function giveInterview(page: Page, candidate: Candidate, at: string): Promise<void> {
  const card = cardOf(page, candidate);
  await card.getByText('Rencontrer', { exact: true }).click();
  await card.getByLabel('Date et heure du rendez-vous').fill(at);
  await card.getByLabel('Lieu, personne à demander').fill('Accueil du gymnase, demander Mme Rocher');
  await card.getByRole('button', { name: 'Donner ce rendez-vous' }).click();
  await expect(card.getByText('C’est noté.')).toBeVisible();
  await expect(card).toContainText('Rendez-vous proposé le');
}

export async function hire(page: Page, candidate: Candidate): Promise<void> {
  const card = cardOf(page, candidate);
  await card.getByText('Embauché(e)', { exact: true }).click();
  await card.getByRole('button', { name: 'Oui, embauché(e)' }).click();
  await expect(
    card.getByText('Votre interlocuteur vous rappelle pour le contrat de travail et les heures.'),
  ).toBeVisible();
}
