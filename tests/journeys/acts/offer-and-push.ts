import { expect, type Page } from '@playwright/test';
import { type Candidate, nameOf } from '../candidates.ts';
import { cleaners } from '../cast.ts';
import { contractObject } from '../published.ts';
import { expectReadable } from '../seen.ts';

/** What the company says on the phone becomes an offer on the clause. */
export async function openOffer(page: Page): Promise<void> {
  await page.goto('/facilitateur/offres');
  await expectReadable(page);
  await page.goto('/facilitateur/offres/nouvelle');
  await expectReadable(page);
  await page.getByRole('link', { name: new RegExp(contractObject) }).click();
  await page.getByLabel('Intitulé').fill('2 agents de propreté');
  await page.getByRole('combobox', { name: 'Métier' }).fill('agent de proprete');
  await page
    .getByRole('option', { name: /nettoyage|propreté/i })
    .first()
    .click();
  await page.getByLabel('Nombre de postes').fill('2');
  await page.getByLabel('Contrat de travail').selectOption({ label: 'CDD' });
  await page.getByLabel('Heures par semaine, au moins').fill('25');
  await page.getByLabel(/^Au plus/).fill('25');
  await page.getByLabel('Code postal').fill('75013');
  await page.getByLabel('Lieu, comme on le dit').fill('Paris 13e');
  await page.getByLabel('Dès le').fill('2020-05-01');
  await page.getByLabel('Interlocuteur').fill('Mme Rocher');
  await page.getByLabel('Adresse électronique').fill('recrutement@proprete-tilleuls.example');
  await expectReadable(page);
  await page.getByRole('button', { name: 'Enregistrer et ouvrir' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 agents de propreté');
  await expect(page.getByRole('main')).toContainText('25 h par semaine');
  await expect(page.getByRole('main')).toContainText('dès le 1er mai 2020');
}

/** Each is called, and the call is noted, before her CV leaves. */
export async function callAndPush(page: Page, people: readonly Candidate[]): Promise<void> {
  for (const candidate of people) {
    const row = page.getByRole('row', { name: nameOf(candidate) });
    await expect(row).toContainText('même métier');
    await expect(row).toContainText('disponible');
  }
  await page.getByText('Pourquoi cet ordre ?').click();
  await expect(page.getByText('Rien n’est envoyé sans vous.')).toBeVisible();
  await expectReadable(page);
  for (const candidate of people) {
    await page
      .getByRole('rowheader')
      .getByRole('link', { name: nameOf(candidate) })
      .click();
    await expect(page.getByRole('heading', { name: `Appeler ${nameOf(candidate)}` })).toBeVisible();
    await expect(page.getByLabel('Note de l’appel')).toHaveValue('');
    await expect(page.getByText(`Est-elle d’accord pour que son CV parte à ${cleaners.name}`)).toBeVisible();
    await page.getByLabel('Note de l’appel').fill('D’accord, libre pour un entretien.');
    await page.getByRole('button', { name: 'Nous nous sommes parlé' }).click();
    await expect(page.getByText('L’appel est noté.')).toBeVisible();
    await page
      .getByRole('row', { name: nameOf(candidate) })
      .getByRole('checkbox')
      .check();
  }
  await expectReadable(page);
  await page.getByRole('button', { name: `Envoyer les CV à ${cleaners.name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Envoyer des CV à ${cleaners.name}`);
  await expect(page.getByText('Aucun nom dans le message.')).toBeVisible();
  await expect(page.getByText('Jamais : la date de naissance, l’adresse, la raison de l’éligibilité.')).toBeVisible();
  await page.getByLabel('Votre message').fill('Trois personnes du quartier, prêtes à commencer.');
  await expectReadable(page);
  await page.getByRole('button', { name: `Envoyer ${people.length} CV` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${people.length} CV à transmettre vous-même`);
  await expect(
    page.getByText('Aucun courriel n’est parti (pas de relais) : transmettez vous-même ce lien.'),
  ).toBeVisible();
  await expect(page.getByLabel(/^Lien à transmettre/)).toHaveValue(/^http:\/\/localhost:\d+\/cv\//);
  await expectReadable(page);
}

/** Without a mail relay the letter waits in the outbox, its link with it. Answers the address of the link. */
export async function linkInOutbox(page: Page): Promise<string> {
  await page.goto('/facilitateur/messages');
  await expectReadable(page);
  await page.getByRole('row', { name: 'recrutement@proprete-tilleuls.example' }).getByRole('link').first().click();
  await expectReadable(page);
  const address = await page
    .getByRole('main')
    .getByRole('link', { name: /\/cv\// })
    .getAttribute('href');
  expect(address).toMatch(/^http:\/\/localhost:\d+\/cv\//);
  return address ?? '';
}
