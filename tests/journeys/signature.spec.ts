import { expect, test } from '@playwright/test';
import { pagesPdf } from '../support/cv-pdf.ts';
import { enter } from './people.ts';
import { expectReadable } from './seen.ts';

const document = {
  name: 'convention.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pagesPdf([['Convention entre les membres du groupement']])),
};

test('somebody without an account reads a document, signs it with a code, and the proof is checked', async ({
  browser,
}) => {
  const team = await enter(browser, 'facilitator');
  await team.goto('/facilitateur/signatures/demander');
  await team.getByLabel('Nom du document').fill('Convention du groupement');
  await team.locator('input[type=file]').setInputFiles(document);
  await team.getByLabel('Prénom et nom').first().fill('Ada Marchand');
  await team.getByLabel('Adresse électronique').first().fill('ada@toitures.example');
  await team.getByRole('button', { name: 'Envoyer à signer' }).click();
  await expect(team.getByText('C’est parti')).toBeVisible();
  await expectReadable(team);
  const request = new URL(team.url()).pathname;

  await team.goto('/facilitateur/messages');
  await team
    .getByRole('link', { name: /Un document à signer/ })
    .first()
    .click();
  const link = await team.getByRole('link', { name: /\/signer\// }).getAttribute('href');
  const signer = await (await browser.newContext()).newPage();
  await signer.goto(link ?? '');
  // The address alone says who writes, and nothing of the document.
  await expect(signer.getByText('Convention du groupement')).toHaveCount(0);
  await signer.getByRole('button', { name: 'Voir le document' }).click();
  await expect(signer.getByText('1 page', { exact: false })).toBeVisible();
  await signer.getByRole('button', { name: 'Recevoir mon code' }).click();
  await expect(signer.getByRole('heading', { name: '3. Signez' })).toBeVisible();
  await expectReadable(signer);

  // The team that asked does not read the code; whoever keeps the outbox does, until a relay takes it.
  await team.goto('/facilitateur/messages');
  await expect(team.getByRole('link', { name: 'Votre code pour signer' })).toHaveCount(0);
  const keeper = await enter(browser, 'administrator');
  await keeper.goto('/admin/messages');
  await keeper.getByRole('link', { name: 'Votre code pour signer' }).first().click();
  const letter = await keeper
    .getByText(/recopiez ce code/)
    .first()
    .innerText();
  await signer.getByLabel('Code reçu par courriel').fill(/\d{3} \d{3}/.exec(letter)?.[0] ?? '');
  await signer.getByLabel('Votre prénom et votre nom').fill('Ada Marchand');
  await signer.getByLabel('Lu et approuvé').check();
  await signer.getByRole('button', { name: 'Signer', exact: true }).click();
  await expect(signer.getByText('Tout le monde a signé')).toBeVisible();

  await team.goto(request);
  await team.getByRole('link', { name: 'Page de vérification' }).click();
  await expect(team.getByText('Preuve de signature authentique')).toBeVisible();
  await team.locator('input[type=file]').setInputFiles(document);
  await team.getByRole('button', { name: 'Comparer' }).click();
  await expect(team.getByText('C’est le document signé')).toBeVisible();
  await expectReadable(team);
});
