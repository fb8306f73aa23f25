import { expect, type Page, test } from '@playwright/test';
import { cleaners } from './cast.ts';
import { enter } from './people.ts';
import { attach, publish } from './published-one.ts';
import { expectReadable } from './seen.ts';

const object = 'Rénovation de la halle couverte';
const tilers = { name: 'Carrelages du Parc', siret: '99000002800011' };

/** Writes the clause on its one lot; the address of its group. */
async function owe(page: Page, hours: string): Promise<string> {
  await attach(page, object);
  await page.getByRole('link', { name: 'Écrire la clause' }).click();
  await page.getByLabel('Heures écrites au CCAP').fill(hours);
  await page.getByRole('button', { name: 'Enregistrer la clause' }).click();
  await expect(page.getByRole('link', { name: 'Changer la clause' })).toBeVisible();
  const due = await page.locator('a[href*="/heures-dues/"]').first().getAttribute('href');
  return `${due?.replace(/\/groupement$/, '')}/groupement`;
}

async function end(page: Page): Promise<void> {
  await page.getByText('Dissoudre le groupement', { exact: true }).click();
  const form = page.locator('form[action="?/dissoudre"]');
  await expect(form).toContainText('1 transfert attend une signature : il reste sans suite.');
  await expect(form).toContainText('1 000 h en entier');
  await form.getByLabel('Pourquoi').fill('Avenant 1 : le titulaire poursuit seul');
  await form.getByLabel('J’ai lu ce que la dissolution change.').check();
  await expectReadable(page);
  await form.getByRole('button', { name: 'Dissoudre' }).click();
  await expect(page.getByText('Groupement dissous par Claire Morel', { exact: false })).toBeVisible();
}

test('two companies share a clause, one asks the other to take hours over, and their consortium ends, comes back and ends', async ({
  browser,
}) => {
  await publish({ reference: '2024-077', object, notified: '2026-01-05', months: 36, holders: [cleaners, tilers] });
  const team = await enter(browser, 'facilitator');
  const group = await owe(team, '1000');
  await team.goto(group);
  await expect(team.getByText('Les heures ne sont pas réparties')).toBeVisible();
  await expectReadable(team);
  await team.getByLabel(`Part de ${cleaners.name}`).fill('60');
  await team.getByLabel(`Part de ${tilers.name}`).fill('30');
  await team.getByRole('button', { name: 'Enregistrer les parts' }).click();
  await expect(team.getByText('Les parts font 90 %', { exact: false }).first()).toBeVisible();
  await team.getByLabel(`Part de ${tilers.name}`).fill('40');
  await team.getByRole('button', { name: 'Enregistrer les parts' }).click();
  await expect(team.getByText('Version 1, fixée par Claire Morel', { exact: false })).toBeVisible();
  await expectReadable(team);

  const company = await enter(browser, 'employer');
  const own = `/entreprise/heures-dues/${group.split('/').at(-2)}/groupement`;
  await company.goto(own);
  await expect(company.getByText('60 % de l’obligation', { exact: false })).toBeVisible();
  await company.getByText('Proposer un transfert', { exact: true }).click();
  await company.getByLabel('Nous faisons reprendre des heures (nous payons)').check();
  await company.getByLabel('Avec', { exact: true }).selectOption({ label: tilers.name });
  await company.getByLabel('Heures', { exact: true }).fill('10');
  await company.getByLabel('Prix d’une heure').fill('20');
  await company.getByLabel('Pourquoi', { exact: true }).fill('Nous n’embauchons pas avant l’automne');
  await company.getByRole('button', { name: 'Proposer et signer' }).click();
  await expect(company.getByText(`Attend la signature de ${tilers.name}`)).toBeVisible();
  await expect(company.getByRole('link', { name: /^Faire signer/ })).toBeVisible();
  await expectReadable(company);

  await team.goto(group);
  await end(team);
  await expect(team.getByText('Sans suite', { exact: false })).toBeVisible();
  await expectReadable(team);
  await company.goto(own);
  await expect(company.getByText('Avenant 1 : le titulaire poursuit seul', { exact: false })).toBeVisible();
  await expect(company.getByText('Proposer un transfert', { exact: true })).toHaveCount(0);
  await expectReadable(company);

  await team.getByRole('button', { name: 'Annuler la dissolution' }).click();
  await expect(team.getByText(`Attend la signature de ${tilers.name}`)).toBeVisible();
  await end(team);
  await expect(team.getByText('600 h', { exact: false }).first()).toBeVisible();
});
