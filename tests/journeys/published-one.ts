import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { town } from './cast.ts';
import { jonction } from './operator.ts';
import { place } from './place.ts';

interface PublishedOne {
  reference: string;
  object: string;
  notified: string;
  months: number;
  holders: readonly { name: string; siret: string }[];
}

/** A contract of the town in open data, with one lot, brought in as the operator does. */
export async function publish({ reference, object, notified, months, holders }: PublishedOne): Promise<void> {
  const file = path.join((await place()).dataDir, '..', `${reference}.json`);
  const contract = {
    ...{ id: reference, acheteur: { id: town.siret, nom: town.name }, nature: 'Marché', objet: object },
    ...{ codeCPV: '45000000-7', procedure: "Appel d'offres ouvert", dureeMois: months, montant: 800_000 },
    ...{ formePrix: 'Ferme', dateNotification: notified, datePublicationDonnees: notified, modifications: [] },
    lieuExecution: { code: '75113', typeCode: 'Code commune', nom: 'Paris 13e' },
    titulaires: holders.map(({ siret, name }) => ({ typeIdentifiant: 'SIRET', id: siret, denominationSociale: name })),
  };
  writeFileSync(file, JSON.stringify({ marches: [contract] }));
  await jonction('import', 'decp', file);
}

/** Found in the register by its object and taken among the contracts of the team; its page stays open. */
export async function attach(page: Page, object: string): Promise<void> {
  await page.goto('/facilitateur/marches');
  await page.getByRole('link', { name: 'Tout le registre', exact: true }).click();
  // The list of before has the same field: what is typed there asks something else.
  await expect(page).toHaveURL(/registre=oui/);
  await page.getByRole('searchbox', { name: 'Chercher' }).fill(object);
  await page.getByRole('searchbox', { name: 'Chercher' }).press('Enter');
  await page.getByRole('link', { name: new RegExp(object) }).click();
  await page.getByRole('button', { name: 'Rattacher à mes marchés' }).click();
  await expect(page.getByRole('button', { name: 'Retirer de mes marchés' })).toBeVisible();
}
