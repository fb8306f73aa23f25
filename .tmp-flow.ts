import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
const base = 'http://localhost:5173';
const js = process.env.JS !== 'off';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
async function as(who: string) {
  const c = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: js, viewport: { width: 390, height: 844 } });
  const p = await c.newPage();
  p.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/403|422/.test(m.text())) console.log(who, m.type(), m.text().slice(0, 300)); });
  p.on('pageerror', (e) => console.log('pageerror', e.message));
  await p.goto(base + '/connexion', { waitUntil: 'networkidle' });
  await p.fill('[name=email]', `${who}@val.test`); await p.fill('[name=password]', 'une phrase de passe'); await p.click('button.ui-button'); await p.waitForLoadState('networkidle');
  return p;
}
const text = async (p: any, s: string) => (await p.locator(s).allInnerTexts()).map((t: string) => t.replace(/\s+/g, ' ').slice(0, 200));
const p = await as('employer');
const month = js ? '2026-08' : '2026-09';
await p.goto(`${base}/entreprise/heures/${month}`, { waitUntil: 'networkidle' });
console.log('payer visible at start', await p.locator('[name="l.0.payeur"]').isVisible());
await p.fill('[name="l.0.heures"]', '151,67');
await p.fill('[name="l.1.heures"]', '7 h 30');
await p.click('button[name=ajouter] >> nth=0'); await p.waitForLoadState('networkidle');
const extra = await p.locator('section').first().locator('select[name$=".nature"]').last().getAttribute('name');
console.log('extra', extra, 'kept', await p.inputValue('[name="l.0.heures"]'));
const n = extra!.replace('.nature', '');
await p.selectOption(`[name="${n}.nature"]`, 'sick_leave');
console.log('payer visible', await p.locator(`[name="${n}.payeur"]`).isVisible(), 'first line payer', await p.locator('[name="l.0.payeur"]').isVisible());
await p.fill(`[name="${n}.heures"]`, 'beaucoup');
await p.click('text=Envoyer les heures'); await p.waitForLoadState('networkidle');
console.log('refused:', await text(p, '.errors'), await text(p, '.field[data-wrong] .error'), 'kept', await p.inputValue('[name="l.1.heures"]'));
await p.screenshot({ path: `/tmp/shots/flow-refused-${js}.png`, fullPage: true });
await p.fill(`[name="${n}.heures"]`, '60');
await p.locator(`[name="${n}.du"]`).evaluate((e: HTMLElement) => (e.closest('details')!.open = true)).catch(() => p.locator(`details:has([name="${n}.du"]) summary`).click());
await p.fill(`[name="${n}.du"]`, `${month}-07`); await p.fill(`[name="${n}.au"]`, `${month}-11`);
await p.click('text=Envoyer les heures'); await p.waitForLoadState('networkidle');
console.log('sent:', await text(p, '.notice'));
console.log(await text(p, '.outcome'));
await p.screenshot({ path: `/tmp/shots/flow-sent-${js}.png`, fullPage: true });
// correction: change days of that line
await p.goto(`${base}/entreprise/heures/${month}`, { waitUntil: 'networkidle' });
const first = await p.locator('section').first().locator('select[name$=".nature"]').evaluateAll((l) => l.map((e: any) => [e.name, e.value]));
console.log(first);
await p.fill('[name="l.1.heures"]', '50'); 
await p.click('text=Envoyer les heures'); await p.waitForLoadState('networkidle');
console.log('corrected:', await text(p, '.notice'));
// sheet
await p.goto(`${base}/entreprise/heures/feuille`, { waitUntil: 'networkidle' });
await p.setInputFiles('[name=file]', '/tmp/paie.csv');
await p.click('text=Envoyer la feuille'); await p.waitForLoadState('networkidle');
console.log('sheet at', p.url().replace(base, ''), await text(p, '.notice'));
if (/feuille\/./.test(p.url())) {
  await p.screenshot({ path: `/tmp/shots/flow-map-${js}.png`, fullPage: true });
  await p.selectOption('[name="colonne.1"]', 'placement').catch((e) => console.log(e.message));
  await p.click('text=Prendre les'); await p.waitForLoadState('networkidle');
}
console.log('sheet:', await text(p, '.notice'), await text(p, 'tbody tr'));
await p.screenshot({ path: `/tmp/shots/flow-sheet-${js}.png`, fullPage: true });
const f = await as('facilitator');
await f.goto(`${base}/facilitateur/heures`, { waitUntil: 'networkidle' });
const before = await f.locator('article').count();
await f.locator('article').nth(js ? 1 : 0).locator('[name=reponse][value=accepter]').click({}).catch(() => 0);
await f.waitForLoadState('networkidle');
console.log('no reason:', await text(f, '.errors'), f.url().replace(base, ''));
await f.evaluate(() => scrollTo(0, 300)).catch(() => 0);
await f.locator('article').nth(js ? 1 : 0).locator('[name=motif]').fill('Relevés vus le 18 mai');
await f.locator('article').nth(js ? 1 : 0).locator('[name=reponse][value=accepter]').click(); await f.waitForTimeout(2500);
console.log('groups', before, await f.locator('article').count(), await text(f, '.notice, [role=status]'), js ? await f.evaluate(() => scrollY) : '');
await f.screenshot({ path: `/tmp/shots/flow-decided-${js}.png` });
await browser.close();
