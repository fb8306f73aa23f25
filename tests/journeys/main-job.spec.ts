import { expect, test } from '@playwright/test';
import { confirmCv, recommend } from './acts/recommend.ts';
import { fatou, nameOf, others } from './candidates.ts';
import { enter } from './people.ts';
import { expectReadable } from './seen.ts';

test('a recommended person is hired on a clause, and her hours move its gauge', async ({ browser }) => {
  test.setTimeout(240_000);

  await test.step('a partner recommends people without an offer, each with a CV', async () => {
    const partner = await enter(browser, 'partner');
    await expect(partner.getByText('Vous n’avez encore recommandé personne')).toBeVisible();
    await expectReadable(partner);
    await recommend(partner, fatou, true);
    // What the CV says of origin and family is in no field.
    await expect(partner.getByRole('form').or(partner.locator('form.form'))).not.toContainText(/malienne|Mariée|1984/);
    await confirmCv(partner, fatou);
    await expectReadable(partner);
    for (const candidate of others) {
      await recommend(partner, candidate);
      await confirmCv(partner, candidate);
    }
    await partner.goto('/partenaire');
    for (const candidate of [fatou, ...others]) {
      await expect(partner.getByRole('row', { name: nameOf(candidate) })).toContainText('reçue');
    }
    await expectReadable(partner);
    await partner.context().close();
  });
});
