import { type Browser, expect, type Page, test } from '@playwright/test';
import { enter } from './people.ts';
import { expectAccessible, expectReadable } from './seen.ts';

const small = { viewport: { width: 320, height: 640 }, locale: 'fr-FR' };

interface Voice {
  name: string;
  lang: string;
  localService: boolean;
}

/** A link handed over by a facilitator for somebody just recorded. */
async function handOver(browser: Browser, lastName: string): Promise<string> {
  const page = await enter(browser, 'facilitator');
  await page.goto('/facilitateur/participants/nouveau');
  for (const [name, value] of [
    ['firstName', 'Coumba'],
    ['lastName', lastName],
    ['phone', '06 39 98 47 11'],
    ['birthDate', '1991-03-07'],
  ] as const) {
    await page.locator(`input[name="${name}"]`).fill(value);
  }
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('link', { name: 'Sa page' }).click();
  // What is read is the page that comes, not the one that goes.
  await expect(page.getByRole('button', { name: 'Faire un lien à remettre' })).toBeVisible();
  await expectReadable(page);
  await page.getByRole('button', { name: 'Faire un lien à remettre' }).click();
  const address = await page.getByLabel('Adresse à ouvrir sur son téléphone').inputValue();
  await page.context().close();
  return new URL(address).pathname;
}

async function answer(page: Page, day: string, month: string): Promise<void> {
  await page.getByLabel('Jour').fill(day);
  await page.getByLabel('Mois').fill(month);
  await page.getByRole('button', { name: 'Ouvrir ma page' }).click();
}

/** A browser whose device has these voices, and that says nothing aloud but keeps what it was asked to say. */
async function speaking(browser: Browser, voices: readonly Voice[]): Promise<Page> {
  const page = await (await browser.newContext(small)).newPage();
  await page.addInitScript((given) => {
    const spoken: { text: string; by: string | undefined }[] = [];
    Object.assign(window, { spoken });
    let by: Voice | undefined;
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
      set: (voice: Voice) => {
        by = voice;
      },
    });
    Object.assign(window.speechSynthesis, {
      getVoices: () => given,
      speak: ({ text }: { text: string }) => spoken.push({ text, by: by?.name }),
    });
  }, voices);
  return page;
}

test('somebody opens her page on a small telephone without a script, corrects it and closes it', async ({
  browser,
}) => {
  const path = await handOver(browser, 'Ndiaye');
  const page = await (await browser.newContext({ ...small, javaScriptEnabled: false })).newPage();
  await page.goto(path);
  await expect(page.locator('body')).not.toContainText(/Coumba|Ndiaye|1991/);
  await answer(page, '7', '3');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour Coumba');
  await page.getByRole('link', { name: /^Mon CV/ }).click();
  const line = page.locator('#ligne-skills');
  await line.getByText('C’est faux').click();
  await line.getByLabel('Écrivez ce qui est faux').fill('Je sais aussi souder');
  await line.getByRole('button', { name: 'Envoyer à mon équipe' }).click();
  await expect(page.getByText('C’est envoyé. Votre équipe va vous appeler.')).toBeVisible();
  await expect(line).toContainText('Je sais aussi souder');
  await page.getByRole('button', { name: 'Fermer ma page' }).click();
  await expect(page.getByText('Votre page est fermée. À bientôt.')).toBeVisible();
  await page.goto(`${path}/cv`);
  await expect(page.getByRole('button', { name: 'Ouvrir ma page' })).toBeVisible();
});

test('each page of hers is readable by everyone, at 320 px as well', async ({ browser }) => {
  const path = await handOver(browser, 'Sagna');
  const page = await (await browser.newContext(small)).newPage();
  await page.goto(path);
  await expectAccessible(page, 'the door');
  await answer(page, '07', '03');
  for (const address of ['', '/cv', '/offres', '/vu', '/accord']) {
    await page.goto(path + address);
    await expect(page.getByRole('button', { name: 'Fermer ma page' })).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(over, `sideways scroll of ${address} at 320 px`).toBeLessThanOrEqual(0);
    await expectReadable(page, `/moi${address}`);
  }
});

test('a page is read aloud by a voice of the device, and never by one that would send it away', async ({ browser }) => {
  const path = await handOver(browser, 'Faye');
  const cloud = { name: 'nuage', lang: 'fr-FR', localService: false };
  const far = await speaking(browser, [cloud]);
  await far.goto(path);
  // The script has run: it would have drawn the button by now.
  await expect(far.locator('html')).toHaveAttribute('data-live', '');
  await expect(far.getByRole('button', { name: 'Écouter cette page' })).toHaveCount(0);

  const near = await speaking(browser, [cloud, { name: 'ici', lang: 'fr-FR', localService: true }]);
  const asked: string[] = [];
  near.on('request', (request) => asked.push(request.url()));
  await near.goto(path);
  const listen = near.getByRole('button', { name: 'Écouter cette page' });
  await expect(listen).toBeVisible();
  asked.length = 0;
  await listen.click();
  const spoken = await near.evaluate(() => Reflect.get(window, 'spoken') as { text: string; by: string }[]);
  expect(new Set(spoken.map(({ by }) => by))).toEqual(new Set(['ici']));
  expect(spoken.map(({ text }) => text).join(' ')).toContain('Pour vous protéger, répondez à une question.');
  expect(asked).toEqual([]);
  await near.getByRole('button', { name: 'Arrêter' }).click();
  await expect(listen).toBeVisible();
});
