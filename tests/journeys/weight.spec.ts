import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type PageWeight, weighPages } from './weight.ts';

/**
 * The most that a first visit may fetch to show a page, scripts and styles compressed, in thousands of bytes; fonts and what is kept
 * from the page before aside. What was measured the day it was written, and a tenth: who goes over makes the page lighter, or says
 * here why it is worth its weight. The first line that fits a page is its budget.
 */
const budgets: readonly (readonly [pages: RegExp, thousands: number])[] = [
  // Doors and the page of somebody with an old telephone and a small plan.
  [/^\/(?:connexion|mot-de-passe|invitation)/, 86],
  [/^\/moi\//, 99],
  [/^\/cv\//, 124],
  // Everything of an offer on one screen: ranking, facets, reasons, what asking less would bring.
  [/^\/facilitateur\/offres\/\[offerId\]$/, 201],
  // A field where one types to find, or a panel over the list.
  [/^\/facilitateur\/(?:participants|envois\/tableau|heures\/lignes)$/, 206],
  [/^\/facilitateur\/participants\/(?:nouveau|viviers|mots|\[participantId\]\/(?:modifier|cv\/\[cvId\]))$/, 206],
  [/^\/facilitateur\/(?:offres\/nouvelle|offres\/\[offerId\]\/modifier|embauches\/nouvelle)$/, 190],
  // The whole life of a contract on one page: lots, clauses, thread, papers, what open data and an emergency say of it.
  [/^\/facilitateur\/marches\/\[contractId\]$/, 215],
  [/^\/facilitateur\/marches\/(?:nouveau|.*\/corriger)$/, 201],
  // Shares, transfers, their signature and the end of a group, each with its own form.
  [/\/heures-dues\/\[clauseId\](?:\/groupement)?$/, 182],
  [/^\/facilitateur\/marches$/, 174],
  [/^\/facilitateur\/prospection\//, 180],
  // A buyer says where a contract stands from its home, without another page.
  [/^\/acheteur$/, 198],
  // A decision table says each row in a sentence as it is written: the words of every kind, payer and outcome of hours.
  [/^\/facilitateur\/heures\/regles\/projets\//, 184],
  [/^\/facilitateur\/participants\/\[participantId\]\/projets$/, 178],
  // The grid: rows drawn as one goes, typed and pasted cells compared, columns and views chosen.
  [/^\/facilitateur\/marches\/recensement$/, 219],
  // People of today beside a target that is computed as one types.
  [/^\/facilitateur\/marches\/programmation\/\[plannedId\]\/calibrage$/, 194],
  [/^\/facilitateur\/heures\/lignes\/\[lineId\]$/, 180],
  [/^\/partenaire\/(?:recommander|personnes\/\[participantId\]\/cv\/)/, 166],
  [/^\/entreprise\/offres\/nouvelle$/, 179],
  [/^\/admin$/, 171],
  // Every other page of a portal.
  [/^\//, 166],
];
/** The gallery of pieces is for those who draw. */
const isGallery = ({ page }: PageWeight) => page === '/composants';
const budgetOf = (page: string) => budgets.find(([pages]) => pages.test(page))?.[1] ?? 0;
const thousands = (bytes: number) => Math.round(bytes / 100) / 10;

test('each page stays within its weight', async () => {
  const pages = (await weighPages()).filter((one) => !isGallery(one));
  const weighed = pages
    .map(({ page, scriptBytes, styleBytes }) => ({
      ...{ page, script: thousands(scriptBytes), style: thousands(styleBytes) },
      whole: thousands(scriptBytes + styleBytes),
    }))
    .sort((one, other) => other.whole - one.whole);
  process.stdout.write(`\nHeaviest pages of ${weighed.length}, in kB, scripts + styles:\n`);
  for (const { page, script, style, whole } of weighed.slice(0, 8)) {
    process.stdout.write(`  ${whole.toFixed(1)} = ${script.toFixed(1)} + ${style.toFixed(1)}  ${page}\n`);
  }
  // A manifest read wrongly would weigh nothing.
  expect(weighed.length).toBeGreaterThan(80);
  expect(weighed.at(-1)?.script).toBeGreaterThan(30);
  expect(weighed.at(-1)?.style).toBeGreaterThan(2);
  const over = weighed.filter(({ page, whole }) => whole > budgetOf(page));
  expect(over.map(({ page, whole }) => `${page}: ${whole} kB of ${budgetOf(page)}`)).toEqual([]);
});

test('a page is what its layouts, its own script and the start weigh, each file once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jonction-weight-'));
  const write = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  // Random enough not to be compressed to nothing; of known length.
  const body = (size: number) =>
    Array.from({ length: size }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 89))).join('');
  const node = (imports: string[], stylesheets: string[]) =>
    `export const imports = ${JSON.stringify(imports)};\nexport const stylesheets = ${JSON.stringify(stylesheets)};\n`;
  try {
    write('package.json', '{"type":"module"}');
    write(
      'server/manifest.js',
      `export const manifest = { client: { imports: ["start.js"], stylesheets: [] }, routes: [
        { id: "/(portals)/un", page: { layouts: [0, undefined], leaf: 1 } }, { id: "/deux", page: { layouts: [0], leaf: 2 } },
        { id: "/point", page: null } ] };`,
    );
    write('server/nodes/0.js', node(['start.js', 'shared.js'], ['all.css']));
    write('server/nodes/1.js', node(['one.js', 'shared.js'], ['all.css']));
    write('server/nodes/2.js', node(['two.js'], ['two.css']));
    for (const [name, size] of Object.entries({ start: 400, shared: 900, one: 2_000, two: 5_000 })) {
      write(`client/${name}.js`, body(size));
    }
    for (const name of ['all', 'two']) write(`client/${name}.css`, `.${name} { color: red }`);
    const [one, two, ...others] = await weighPages(folder);
    expect(others).toEqual([]);
    expect([one?.page, two?.page]).toEqual(['/un', '/deux']);
    expect(two?.styleBytes).toBeGreaterThan(one?.styleBytes ?? 0);
    write('client/two.js', '');
    const [again, lighter] = await weighPages(folder);
    expect(again).toEqual(one);
    expect(lighter?.scriptBytes).toBeLessThan(two?.scriptBytes ?? 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
