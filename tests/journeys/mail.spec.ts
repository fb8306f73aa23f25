import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { startProgram } from '../support/program.ts';
import { cast, password } from './cast.ts';
import { jonctionOn } from './operator.ts';
import { freePort } from './place.ts';

const newPassword = 'une autre phrase assez longue';

test('with a mail relay a letter really leaves, and its link opens', async ({ browser }) => {
  test.setTimeout(120_000);
  const received: ParsedMail[] = [];
  const relay = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          received.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  const relayPort = await freePort();
  await new Promise<void>((resolve) => relay.listen(relayPort, '127.0.0.1', resolve));
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jonction-mail-'));
  const program = startProgram(dataDir, {
    PORT: String(await freePort()),
    SMTP_URL: `smtp://127.0.0.1:${relayPort}`,
    MEILI_URL: 'off',
    PAGES_URL: '',
  });
  try {
    const url = await program.url();
    const { email, name, role } = cast.administrator;
    await jonctionOn(
      dataDir,
      'user',
      'create',
      '--email',
      email,
      '--name',
      name,
      '--role',
      role,
      '--password',
      password,
    );
    const page = await (await browser.newContext({ baseURL: url })).newPage();
    await page.goto('/mot-de-passe');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(page.getByText('Si cette adresse a un compte, un message vient de partir.')).toBeVisible();

    await expect.poll(() => received.length, { timeout: 30_000 }).toBe(1);
    const [letter] = received;
    expect(letter?.to).toMatchObject({ text: expect.stringContaining(email) });
    expect(letter?.subject).toMatch(/mot de passe/i);
    const [link] = /http:\/\/\S+\/mot-de-passe\/\S+/.exec(letter?.text ?? '') ?? [];
    expect(link).toContain(url);

    await page.goto(link ?? '/');
    await page
      .getByLabel(/mot de passe/i)
      .first()
      .fill(newPassword);
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await expect(page.getByText('Votre mot de passe est changé. Connectez-vous.')).toBeVisible();
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Mot de passe').fill(newPassword);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL('**/admin');
    // What has left is no longer kept.
    await page.goto('/admin/messages');
    await expect(page.getByText('Les messages partent par le relais de courriel')).toBeVisible();
    await page.getByRole('row', { name: email }).getByRole('link').first().click();
    await expect(page.getByText('Ce message est parti : son contenu n’est plus gardé.')).toBeVisible();
  } finally {
    program.child.kill('SIGTERM');
    await program.ended;
    await new Promise<void>((resolve) => relay.close(() => resolve()));
    rmSync(dataDir, { recursive: true, force: true });
  }
});
