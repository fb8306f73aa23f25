import { expect, type Page, test } from '@playwright/test';
import { enter } from './people.ts';
import { contractObject } from './published.ts';
import { expectReadable } from './seen.ts';

/** A keyboard that counts: each key that a person would press, and each page that opens meanwhile. */
function countedKeyboard(page: Page) {
  const counted = { keys: 0, pages: 0 };
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) counted.pages += 1;
  });
  return {
    counted,
    async press(key: string) {
      counted.keys += 1;
      await page.keyboard.press(key);
    },
    async type(words: string) {
      counted.keys += words.length;
      await page.keyboard.type(words);
    },
  };
}

test('a buyer logs a clause and says where a contract stands by keyboard, from its home, in a few keys', async ({
  browser,
}) => {
  const page = await enter(browser, 'buyer');
  await expect(page.getByRole('heading', { name: 'Dire où en est un marché' })).toBeVisible();
  await expectReadable(page);
  const { counted, press, type } = countedKeyboard(page);
  const started = Date.now();

  await press('d');
  await type('nett');
  await expect(page.getByRole('option', { name: new RegExp(contractObject) })).toBeVisible();
  await press('ArrowDown');
  await press('Enter');
  await press('Tab');
  await type('640');
  // "No change" is what the form says already.
  await press('Enter');
  const seconds = (Date.now() - started) / 1000;

  // The contract of the story has two lots: the form asks for the number, and nothing that was typed is lost.
  await expect(page.getByText(/plusieurs lots/).first()).toBeVisible();
  await page.getByRole('textbox', { name: /^Lot/ }).focus();
  await type('2');
  await press('Enter');
  await expect(page.getByText(/C’est dit\s: 2020-014, sans changement/)).toBeVisible();
  await expect(page.getByText(/Sa clause est inscrite/)).toBeVisible();
  const { keys, pages } = counted;
  console.log(`A clause and a status: ${keys} keys, ${pages} pages, ${seconds.toFixed(1)} s for the first answer`);
  expect(keys).toBeLessThanOrEqual(16);
  expect(pages).toBe(0);

  // Where it stands alone, the next time: fewer keys still.
  const before = counted.keys;
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await press('d');
  await type('nett');
  await expect(page.getByRole('option', { name: new RegExp(contractObject) })).toBeVisible();
  await press('ArrowDown');
  await press('Enter');
  await press('Tab');
  await press('Enter');
  await expect(page.getByText(/C’est dit\s: 2020-014, sans changement\.\s*$/)).toBeVisible();
  expect(counted.keys - before).toBeLessThanOrEqual(9);
});

test('a buyer says it without scripts too', async ({ browser }) => {
  const page = await enter(browser, 'buyer', { javaScriptEnabled: false });
  await page.locator('select[name=contractId]').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/C’est dit/)).toBeVisible();
});
