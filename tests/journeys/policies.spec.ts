import { expect, test } from '@playwright/test';
import { enter } from './people.ts';
import { expectReadable } from './seen.ts';

test('a policy is written as a table, tried on what was declared, and published by the lead', async ({ browser }) => {
  const page = await enter(browser, 'lead');
  await page.goto('/facilitateur/heures/regles');
  await page.getByRole('button', { name: 'Écrire une règle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nouvelle règle');
  await expectReadable(page);
  await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await page.getByLabel('Titre').fill('Arrêts de mai 2020 non retenus');
  await page.getByLabel('D’où vient la règle').fill('Note de service du 2 juin 2020');
  await page.getByLabel('Jours jugés, du').fill('2020-05-01');
  await page.getByLabel('au', { exact: true }).fill('2020-05-31');
  await page.getByLabel('Arrêt maladie').check();
  await page.getByLabel('La règle…').selectOption({ label: 'ne valide pas' });
  // By the keyboard: Enter in a field keeps what is written, and moves no row.
  await page.getByLabel('Nom court').fill('arret-mai');
  await page.getByLabel('Nom court').press('Enter');
  await expect(page.getByText('Arrêt maladie : ne valide pas')).toBeVisible();
  await expectReadable(page);

  await page.getByRole('button', { name: 'Essayer sur les heures déclarées' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Essai : Arrêts de mai 2020 non retenus');
  await expect(page.getByText('Terminé : 1 embauche jugée.')).toBeVisible();
  await expect(page.getByText('−20 h').first()).toBeVisible();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^Lignes de / })).toBeVisible();
  await expectReadable(page);

  await page.getByRole('button', { name: 'Publier la règle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Heures jugées de nouveau');
  await expect(page.getByText('Terminé : 1 embauche jugée.')).toBeVisible();
  await expectReadable(page);
});
