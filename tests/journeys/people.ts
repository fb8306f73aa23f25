import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { cast, password, type Who } from './cast.ts';
import { place } from './place.ts';

/** Signs in on the screen, as anybody does. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(cast[who].email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(new RegExp(`${cast[who].home}$`));
}

/**
 * A browser of her own, signed in. Ten sign-ins a minute come from one address at most, so that a session is kept
 * for the tests that follow.
 */
export async function enter(browser: Browser, who: Who, options: BrowserContextOptions = {}): Promise<Page> {
  const kept = await keptSession(who);
  if (!existsSync(kept)) {
    const first = await browser.newContext();
    await signIn(await first.newPage(), who);
    await first.storageState({ path: kept });
    await first.close();
  }
  const context = await browser.newContext({ ...options, storageState: kept });
  const page = await context.newPage();
  await page.goto(cast[who].home);
  return page;
}

/** For a test that ended every session of somebody: she signs in anew in the next one. */
export async function forgetSession(who: Who): Promise<void> {
  rmSync(await keptSession(who), { force: true });
}

async function keptSession(who: Who): Promise<string> {
  const { dataDir } = await place();
  return path.join(dataDir, '..', 'sessions', `${who}.json`);
}
