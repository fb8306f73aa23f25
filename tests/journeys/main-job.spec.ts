import { expect, test } from '@playwright/test';
import { readGauge } from './acts/buyer-sees.ts';
import { checkEligibility } from './acts/check-eligibility.ts';
import { cardOf, giveInterview, hire, openLink } from './acts/company-answers.ts';
import { decideTogether, declareByForm, declareBySheet } from './acts/hours.ts';
import { callAndPush, linkInOutbox, openOffer } from './acts/offer-and-push.ts';
import { recordHire } from './acts/place.ts';
import { confirmCv, recommend } from './acts/recommend.ts';
import { writeClause } from './acts/write-clause.ts';
import { fatou, marius, nameOf, yasmina } from './candidates.ts';
import { enter } from './people.ts';
import { contractObject } from './published.ts';
import { expectReadable } from './seen.ts';

/** The seven steps of the main job, by the people whose work it is, each in a browser of her own. What one does the next finds. */
test.describe.configure({ mode: 'serial' });

const people = [fatou, marius, yasmina];
const onPhone = { viewport: { width: 390, height: 844 } };

test('a partner recommends people without an offer, and confirms what was read in each CV', async ({ browser }) => {
  const page = await enter(browser, 'partner');
  await expect(page.getByText('Vous n’avez encore recommandé personne')).toBeVisible();
  await expectReadable(page);
  await recommend(page, fatou, true);
  // What the CV says of origin and family is in no field.
  await expect(page.locator('form').last()).not.toContainText(/malienne|Mariée|1984/);
  await confirmCv(page, fatou);
  await expectReadable(page);
  for (const candidate of [marius, yasmina]) {
    await recommend(page, candidate);
    await confirmCv(page, candidate);
  }
  await page.goto('/partenaire');
  for (const candidate of people) {
    await expect(page.getByRole('row', { name: nameOf(candidate) })).toContainText('reçue');
  }
  await expectReadable(page);
});

test('the facilitator checks what makes each eligible, and says why she reads it', async ({ browser }) => {
  const page = await enter(browser, 'facilitator');
  await expectReadable(page);
  await checkEligibility(page, fatou, true);
  for (const candidate of [marius, yasmina]) await checkEligibility(page, candidate);
});

test('a contract of the open data gets a clause of 1 200 h on its lot 2', async ({ browser }) => {
  await writeClause(await enter(browser, 'facilitator'));
});

test('the vacancy becomes an offer, and the ranking says why', async ({ browser }) => {
  await openOffer(await enter(browser, 'facilitator'));
});

test('three people are called, three CVs leave', async ({ browser }) => {
  const page = await enter(browser, 'facilitator');
  await page.goto('/facilitateur/offres');
  await page.getByRole('link', { name: '2 agents de propreté' }).click();
  await callAndPush(page, people);
});

test('the company opens the CVs without an account, meets one, hires one', async ({ browser }) => {
  const link = await linkInOutbox(await enter(browser, 'facilitator'));
  const company = await (await browser.newContext(onPhone)).newPage();
  await openLink(company, link, people);
  await giveInterview(company, marius, '2030-05-04T09:30');
  await hire(company, fatou);
  await expect(cardOf(company, fatou)).toContainText('Embauché(e)');
  await expectReadable(company);
});

test('consent withdrawn closes a CV at once, and does not say why', async ({ browser }) => {
  const link = await linkInOutbox(await enter(browser, 'facilitator'));
  const partner = await enter(browser, 'partner');
  await partner.getByRole('link', { name: nameOf(yasmina) }).click();
  await partner.getByRole('button', { name: 'Enregistrer son refus' }).click();
  await expect(partner.getByText('C’est enregistré.')).toBeVisible();
  await expectReadable(partner);
  const company = await (await browser.newContext(onPhone)).newPage();
  await company.goto(link);
  await company.getByRole('button', { name: 'Voir les 3 CV' }).click();
  await expect(company.getByText('Ce profil a été retiré.')).toBeVisible();
  await expect(company.locator('body')).not.toContainText(/Belhadi|Yasmina|accord|refus/);
  await expectReadable(company);
});

test('the hire becomes a placement on the clause', async ({ browser }) => {
  await recordHire(await enter(browser, 'facilitator'), fatou);
});

test('the employer declares May by form and June by spreadsheet', async ({ browser }) => {
  const page = await enter(browser, 'employer');
  await expectReadable(page);
  await declareByForm(page, fatou);
  await declareBySheet(page);
});

test('where the rule says "may", the facilitator decides once for the batch, with a reason', async ({ browser }) => {
  await decideTogether(await enter(browser, 'facilitator'));
});

test('the gauge has moved for facilitator and buyer, and the buyer reads no name', async ({ browser }) => {
  const facilitator = await enter(browser, 'facilitator');
  await facilitator.goto('/facilitateur/marches');
  await facilitator.getByRole('link', { name: new RegExp(contractObject) }).click();
  await expect(facilitator.getByText('Reste à faire : 1 047 h')).toBeVisible();
  await expectReadable(facilitator);
  await readGauge(await enter(browser, 'buyer'), people);
});
