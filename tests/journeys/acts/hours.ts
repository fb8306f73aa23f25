import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import exceljs from 'exceljs';
import { type Candidate, nameOf } from '../candidates.ts';
import { expectReadable } from '../seen.ts';

/** May by form: hours at work, and a week of sick leave that the law of that spring lets a facilitator accept. */
export async function declareByForm(page: Page, worker: Candidate): Promise<void> {
  await page.goto('/entreprise/heures');
  await expectReadable(page);
  // Six years back: older than what the list offers, so by its address.
  const scriptsCome = await holdScripts(page);
  await page.goto('/entreprise/heures/2020-05', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Heures : mai 2020');
  const works = page.getByRole('group', { name: `Ligne 1 de ${nameOf(worker)}` });
  await works.getByLabel('Heures').fill('45');
  scriptsCome();
  await expect(page.getByText('45 h en tout')).toBeVisible();
  await setDays(works, '2020-05-04', '2020-05-15');
  await page.getByRole('button', { name: `Ajouter une ligne pour ${nameOf(worker)}` }).click();
  const absent = page.getByRole('group', { name: `Ligne 2 de ${nameOf(worker)}` });
  await absent.getByLabel('Nature').selectOption({ label: 'Arrêt maladie' });
  await absent.getByLabel('Heures').fill('20');
  await setDays(absent, '2020-05-18', '2020-05-22');
  await absent.getByLabel('Payées par').selectOption({ label: 'Sécurité sociale' });
  await absent.getByLabel('Relevé d’indemnités').check();
  await expect(page.getByText('65 h en tout')).toBeVisible();
  await expectReadable(page);
  await page.getByRole('button', { name: 'Envoyer les heures' }).click();
  await expect(page.getByText('2 lignes reçues')).toBeVisible();
  await expect(page.getByText('45 h validées')).toBeVisible();
  await expect(page.getByText('20 h à décider')).toBeVisible();
  await expectReadable(page);
  await page.getByRole('link', { name: 'Son histoire' }).first().click();
  await expect(page.getByText('Ce qui compte aujourd’hui')).toBeVisible();
  await expectReadable(page);
}

/** Somebody types faster than a slow line brings the scripts: what she typed must count all the same. */
async function holdScripts(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(/\/_app\/.*\.js$/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

async function setDays(line: ReturnType<Page['getByRole']>, from: string, to: string): Promise<void> {
  await line.getByText('changer les jours').click();
  await line.getByLabel('Du', { exact: true }).fill(from);
  await line.getByLabel('Au', { exact: true }).fill(to);
}

/** June by the spreadsheet of the product, filled in and sent back. */
export async function declareBySheet(page: Page): Promise<void> {
  await page.goto('/entreprise/heures/2020-06');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger la feuille du mois' }).click();
  const sheet = await fillIn(await (await waiting).path(), 88);
  await page.getByRole('link', { name: 'Envoyer une feuille' }).click();
  await expectReadable(page);
  await page.getByLabel('Votre feuille').setInputFiles({
    name: 'heures-juin.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: sheet,
  });
  await page.getByRole('button', { name: 'Envoyer la feuille' }).click();
  await expect(page.getByText('La ligne est prise')).toBeVisible();
  await expectReadable(page);
  await page.goto('/entreprise/heures/2020-06');
  await expect(page.getByText('88 h validées')).toBeVisible();
}

async function fillIn(file: string, hours: number): Promise<Buffer> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(readFileSync(file)).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('the downloaded book has no sheet');
  let column = 0;
  let filled = 0;
  sheet.eachRow((row) => {
    row.eachCell((cell, at) => {
      if (cell.text === 'Heures') column = at;
    });
    // The sheet names nobody: workers stand in it by the number of their hire.
    if (column > 0 && JSON.stringify(row.values).includes('"E-')) {
      row.getCell(column).value = hours;
      filled += 1;
    }
  });
  if (filled !== 1) throw new Error(`one worker was awaited in the sheet, and it has ${filled}`);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What the rule leaves to her judgement: one decision for the batch, with its reason. */
export async function decideTogether(page: Page): Promise<void> {
  await page.goto('/facilitateur/heures');
  const group = page.getByRole('article').filter({ hasText: 'Arrêt maladie payé par la Sécurité sociale' });
  await expect(group).toContainText('20 h');
  await expect(group).toContainText('annoncé par l’entreprise sur chaque ligne');
  await expectReadable(page);
  await group.getByRole('button', { name: 'Accepter la ligne' }).click();
  await expect(page.getByLabel('Motif, lu par l’entreprise')).toBeFocused();
  await group.getByLabel('Motif, lu par l’entreprise').fill('Relevé d’indemnités lu au téléphone avec l’entreprise.');
  await group.getByRole('button', { name: 'Accepter la ligne' }).click();
  await expect(page.getByText('Rien n’attend de décision')).toBeVisible();
  await page.goto('/facilitateur/heures/mois?mois=2020-05');
  await expect(page.getByText('65 h + 0 h + 0 h + 0 h = 65 h déclarées')).toBeVisible();
  await expectReadable(page);
  await page.goto('/facilitateur/heures/lignes');
  await expectReadable(page);
  await page.getByRole('row').filter({ hasText: 'arrêt maladie' }).getByRole('link').first().click();
  await expect(page.getByRole('definition').filter({ hasText: 'Relevé d’indemnités lu au téléphone' })).toBeVisible();
  await expectReadable(page);
}
