import { expect, type Page, test } from '@playwright/test';
import { cleaners } from './cast.ts';
import { enter } from './people.ts';
import { attach, publish } from './published-one.ts';
import { expectReadable } from './seen.ts';

const object = 'Entretien des berges du canal';

/** By the keyboard. The focus goes back to the top once a page has changed, and a key pressed at that moment is lost: it is pressed again. */
async function follow(page: Page, name: string, address: RegExp): Promise<void> {
  await expect(async () => {
    await page.getByRole('link', { name }).press('Enter');
    await expect(page).toHaveURL(address, { timeout: 3_000 });
  }).toPass();
}

test('the ordonnance of spring 2020 is prepared, read, applied, seen on a contract and taken back as a whole, by keyboard', async ({
  browser,
}) => {
  await publish({ reference: '2019-031', object, notified: '2019-09-02', months: 9, holders: [cleaners] });
  const page = await enter(browser, 'lead');
  await attach(page, object);
  const contract = page.url();

  await page.goto('/facilitateur/urgence');
  await follow(page, 'Déclarer une urgence', /nouvelle$/);
  await follow(page, 'Partir de l’ordonnance 2020-319', /exemple=oui/);
  await expect(page.getByLabel('Premier jour')).toHaveValue('2020-03-12');
  await expect(page.getByLabel('Dernier jour')).toHaveValue('2020-07-23');
  await expectReadable(page);
  await page.getByRole('button', { name: 'Enregistrer et voir ce qui change' }).press('Enter');
  await expect(page.getByLabel('Pourquoi ces mesures sont nécessaires')).toBeFocused();
  await page.keyboard.type('Chantiers et sites fermés au public');
  await page.getByRole('button', { name: 'Enregistrer et voir ce qui change' }).press('Enter');

  await expect(page.getByText('Aperçu : rien n’est encore écrit.')).toBeVisible();
  await expectReadable(page);
  const crisis = new URL(page.url()).pathname;
  await follow(page, 'Le tableau des marchés', /marches$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marchés et mesures');
  await expect(page.getByRole('row').filter({ hasText: object })).toBeVisible();
  await expectReadable(page);
  await page.goto(crisis);
  await page.getByRole('button', { name: /^Appliquer à \d+ marché/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Ce qu’elle a fait' })).toBeVisible();
  await expectReadable(page);

  await page.goto(contract);
  await expect(page.getByText('art. 4', { exact: false }).first()).toBeVisible();
  await expectReadable(page);

  await page.goto(crisis);
  await page.getByText('Tout annuler', { exact: true }).first().press('Enter');
  await page.getByRole('button', { name: 'Tout annuler' }).press('Enter');
  await expect(page.getByText('Urgence annulée', { exact: false })).toBeVisible();
  await expectReadable(page);
  await page.goto(contract);
  await expect(page.getByText(/reprise le \d+/)).toBeVisible();
});
