import { expect, type Page, test } from '@playwright/test';
import { cast, password, type Who } from './cast.ts';
import { enter, forgetSession, signIn } from './people.ts';
import { contractObject } from './published.ts';
import { expectReadable } from './seen.ts';

/** The addresses of each portal that anybody may type; what they lead to is seen by the story. */
const portals: Record<Who, readonly string[]> = {
  facilitator: [
    '/facilitateur',
    '/facilitateur/participants',
    '/facilitateur/participants/nouveau',
    '/facilitateur/participants/importer',
    '/facilitateur/participants/recommandations',
    '/facilitateur/participants/a-joindre',
    '/facilitateur/participants/recherches',
    '/facilitateur/participants/viviers',
    '/facilitateur/participants/listes',
    '/facilitateur/participants/listes/ajouter',
    '/facilitateur/participants/doublons',
    '/facilitateur/participants/doublons/fusions',
    '/facilitateur/offres',
    '/facilitateur/offres/nouvelle',
    '/facilitateur/offres/jamais-proposees',
    '/facilitateur/offres/classement',
    '/facilitateur/marches',
    '/facilitateur/marches?registre=oui',
    '/facilitateur/marches/recensement',
    '/facilitateur/marches/recensement?connu=2026-10-01&compare=2026-06-01',
    '/facilitateur/marches/importer',
    '/facilitateur/marches/recensement/campagnes',
    '/facilitateur/marches/recensement/campagnes/nouvelle',
    '/facilitateur/textes',
    '/facilitateur/textes/nouveau',
    '/facilitateur/exports/personnes?modele=people_import',
    '/facilitateur/marches/nouveau',
    '/facilitateur/marches/factures',
    '/facilitateur/marches/rapprochement',
    '/facilitateur/marches/rapprochement?liste=publies',
    '/facilitateur/marches/rapprochement/avenants',
    '/facilitateur/marches/programmation',
    '/facilitateur/urgence',
    '/facilitateur/urgence/nouvelle?exemple=oui',
    '/facilitateur/marches/programmation/nouveau',
    '/facilitateur/heures',
    '/facilitateur/heures/retards',
    '/facilitateur/heures/campagnes',
    '/facilitateur/heures/campagnes/2026-T1',
    '/facilitateur/heures/derogations',
    '/facilitateur/heures/difficultes',
    '/facilitateur/heures/contestations',
    '/facilitateur/heures/contestations?vue=closes',
    '/facilitateur/embauches',
    '/facilitateur/messages',
    '/facilitateur/envois',
    '/facilitateur/envois/tableau',
    '/facilitateur/reglages',
    '/facilitateur/reglages/accueil',
    '/facilitateur/reglages/heures',
    '/facilitateur/envois/delais',
    '/facilitateur/organisations/contacts',
    '/facilitateur/pieces',
    '/facilitateur/signatures',
    '/facilitateur/signatures/demander',
    '/facilitateur/offres/comite',
    '/facilitateur/bilans',
    '/facilitateur/bilans/contracts_followed',
    '/facilitateur/bilans/carte',
    '/facilitateur/prospection',
    '/facilitateur/prospection/nouvelle',
  ],
  lead: [
    '/facilitateur',
    '/facilitateur/reglages',
    '/facilitateur/reglages/accueil',
    '/facilitateur/reglages/documents',
    '/facilitateur/offres/classement',
    '/facilitateur/offres/equite',
    '/facilitateur/participants/mots',
    '/facilitateur/participants/mots?vue=sans-suite&mois=12',
    '/facilitateur/heures',
    '/facilitateur/bilans/annee?annee=2026',
    '/facilitateur/heures/regles',
    '/facilitateur/heures/clotures',
    '/facilitateur/heures/clotures/2026-01',
    '/facilitateur/heures/lignes?connu=2026-01-31',
    '/facilitateur/heures/mois?connu=2026-01-31',
  ],
  partner: ['/partenaire', '/partenaire/offres', '/partenaire/recommander'],
  buyer: [
    '/acheteur',
    '/acheteur/inscrire',
    '/acheteur/programmation',
    '/acheteur/programmation/importer',
    '/acheteur/recensement',
    '/acheteur/textes',
    '/acheteur/penalites',
    '/acheteur/equipe',
    '/acheteur/directions',
    '/acheteur/heures?annee=2020',
    '/acheteur/achats?annee=2020',
    '/acheteur/achats/indicateurs?annee=2020',
    '/acheteur/achats/all?annee=2020',
  ],
  employer: [
    '/entreprise',
    '/entreprise/offres',
    '/entreprise/offres/nouvelle',
    '/entreprise/heures',
    '/entreprise/heures/difficultes',
    '/entreprise/heures/feuille',
    '/entreprise/documents',
    '/entreprise/pieces',
    '/entreprise/equipe',
    '/entreprise/signal',
  ],
  administrator: ['/admin', '/admin/organisations', '/admin/journal', '/admin/messages'],
};

/** Goes there, and finds a page of the product in French: a title, no error. */
async function visit(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect.soft(response?.status(), address).toBe(200);
  await expect.soft(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
  await expect.soft(page.locator('html'), address).toHaveAttribute('lang', 'fr');
}

for (const [who, addresses] of Object.entries(portals) as [Who, readonly string[]][]) {
  test(`each page of the ${who} is readable by everyone, at three widths`, async ({ browser }) => {
    const page = await enter(browser, who);
    for (const address of addresses) {
      await visit(page, address);
      await expectReadable(page, address);
    }
  });
}

test('a choice among many is made without scripts', async ({ browser }) => {
  const page = await enter(browser, 'lead', { javaScriptEnabled: false });
  await page.goto('/facilitateur/participants/viviers');
  await page.getByLabel('Épingler un métier').selectOption('A1203');
  await page.getByRole('button', { name: 'Épingler', exact: true }).click();
  const unpin = page.getByRole('row', { name: /espaces verts/ }).getByRole('button', { name: 'Ne plus épingler' });
  await expect(unpin).toBeVisible();
  await unpin.click();
  await expect(unpin).toHaveCount(0);
});

test('the pages read before signing in are readable by everyone, dead ends included', async ({ page }) => {
  for (const address of ['/connexion', '/mot-de-passe', '/verification', '/verification/AAAAA-BBBBB']) {
    await visit(page, address);
    await expectReadable(page, address);
  }
  await page.goto('/mot-de-passe/un-lien-qui-n-est-plus');
  await page.getByLabel('Mot de passe', { exact: false }).first().fill(password);
  await page.getByRole('button').first().click();
  await expect(page.getByText('Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.')).toBeVisible();
  await expectReadable(page);
  for (const [address, sentence] of [
    ['/une/adresse/qui/n-est/pas', 'Cette page n’est pas là'],
    ['/cv/un-lien-qui-n-est-plus', 'Ce lien ne s’ouvre plus'],
    ['/moi/un-lien-qui-n-est-plus', 'Ce lien ne marche plus'],
    ['/offre/un-lien-qui-n-est-vraiment-plus', 'Ce lien ne s’ouvre plus'],
    ['/declarer/un-lien-qui-n-est-vraiment-plus', 'Ce lien ne s’ouvre plus'],
    ['/pieces/un-lien-qui-n-est-vraiment-plus', 'Ce lien n’est plus valable'],
    ['/invitation/coupe', 'Cette adresse n’est pas complète'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
    await expectReadable(page, address);
  }
});

test('a wrong password says what to do, and keeps the address', async ({ page }) => {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(cast.partner.email);
  await page.getByLabel('Mot de passe').fill('pas le bon mot de passe');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByText('Adresse ou mot de passe inexact.')).toBeVisible();
  await expect(page.getByLabel('Adresse électronique')).toHaveValue(cast.partner.email);
  await expectReadable(page);
});

test('with the keyboard alone: signs in, filters a list, opens a row', async ({ page }) => {
  await page.goto('/connexion?retour=/facilitateur/marches%3Fregistre%3Doui');
  const focused = page.locator(':focus');
  const tabTo = async (name: string | RegExp) => {
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      const label = await focused.evaluate(
        (element) =>
          element.getAttribute('aria-label') ??
          (element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : element.textContent) ??
          '',
      );
      if (typeof name === 'string' ? label.trim().startsWith(name) : name.test(label)) return;
    }
    throw new Error(`the keyboard never reaches ${name}`);
  };
  await tabTo('Adresse électronique');
  await page.keyboard.type(cast.lead.email);
  await tabTo('Mot de passe');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marchés');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Aller au contenu');
  await page.keyboard.press('Enter');
  await tabTo('Chercher');
  await page.keyboard.type('gymnases');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=gymnases/);
  await tabTo(new RegExp(contractObject));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(contractObject));
});

test('without JavaScript: lists and pages read, a form answers', async ({ browser }) => {
  const page = await enter(browser, 'facilitator', { javaScriptEnabled: false });
  await page.goto('/facilitateur/marches?registre=oui');
  await page.getByRole('searchbox', { name: 'Chercher' }).fill('gymnases');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByRole('link', { name: new RegExp(contractObject) }).click();
  await expect(page.getByRole('heading', { name: 'Lot 2' })).toBeVisible();
  await page.goto('/facilitateur/participants/nouveau');
  await page.getByLabel('Prénom').fill('Sans');
  await page.getByLabel('Nom', { exact: true }).fill('Script');
  await page.getByLabel('Code postal').fill('750');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert')).toContainText('Un code postal a cinq chiffres.');
  await expect(page.getByLabel('Prénom')).toHaveValue('Sans');
  await page.getByLabel('Code postal').fill('75013');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sans Script');
});

test('signing out everywhere ends the session of the other browser', async ({ browser }) => {
  const [here, there] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
  await signIn(here, 'administrator');
  await signIn(there, 'administrator');
  await here.getByText(cast.administrator.name).first().click();
  await here.getByRole('button', { name: 'Se déconnecter de tous les appareils' }).click();
  await forgetSession('administrator');
  await expect(here).toHaveURL(/\/connexion/);
  await there.goto('/admin');
  await expect(there).toHaveURL(/\/connexion/);
});

test('a file that is too heavy is refused before minutes of sending, and a lighter one taken', async ({ browser }) => {
  const page = await enter(browser, 'partner');
  await page.goto('/partenaire/recommander');
  const file = page.getByLabel(/CV/).first();
  const heavy = { name: 'cv-lourd.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) };
  await file.setInputFiles(heavy);
  await expect(page.getByText('« cv-lourd.pdf » dépasse 10 Mo')).toBeVisible();
  expect(await file.evaluate((input: HTMLInputElement) => input.checkValidity())).toBe(false);
  await file.setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('Maçon') });
  await expect(page.getByText('dépasse 10 Mo')).toBeHidden();
  expect(await file.evaluate((input: HTMLInputElement) => input.checkValidity())).toBe(true);
});
