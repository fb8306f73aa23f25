import { describe, expect, it } from 'vitest';
import { capWords } from '../../../../apps/web/src/lib/positioning/cap-words.ts';
import OverCaps from '../../../../apps/web/src/lib/positioning/OverCaps.svelte';
import TeamTabs from '../../../../apps/web/src/lib/shell/TeamTabs.svelte';
import { all, attribute, draw, heard, one, words } from '../../../support/drawn.ts';

const row = { kind: 'company', id: 'e1', name: 'Propreté du Val', detail: null, count: 41 } as const;
const given = { title: 'Entreprises à la limite', empty: 'Aucune.', cap: 40, most: 50 };

describe('what stands at a cap', () => {
  it('says so plainly when nothing does', () => {
    expect(heard(draw(OverCaps, { ...given, rows: [] }))).toBe('Entreprises à la limite Aucune.');
  });

  it('tells what is full from what is over, in words', () => {
    const rows = [row, { ...row, id: 'e2', count: 40 }];
    const [over, full] = all(draw(OverCaps, { ...given, rows }), 'li').map(heard);
    expect(over).toMatch(/^Propreté du Val 41 pour 40 dépassée$/);
    expect(full).toMatch(/40 pour 40 pleine$/);
  });

  it.each([
    ['company', '/facilitateur/envois/tableau?entreprise=x'],
    ['offer', '/facilitateur/envois/tableau?offre=x'],
    ['person', '/facilitateur/participants/x/positionnements'],
  ] as const)('leads a %s to its cards', (kind, href) => {
    const page = draw(OverCaps, { ...given, rows: [{ ...row, kind, id: 'x', detail: 'chez elle' }] });
    expect(attribute(one(page, 'a'), 'href')).toBe(href);
    expect(heard(page)).toContain('chez elle');
  });

  it('says when there are more than it shows', () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ ...row, id: `e${index}` }));
    expect(heard(draw(OverCaps, { ...given, rows }))).toContain('Les 50 plus remplies.');
    expect(heard(draw(OverCaps, { ...given, rows: rows.slice(1) }))).not.toContain('plus remplies');
  });
});

it('each field of the caps is a sentence that says what happens', () => {
  for (const field of ['company', 'offer', 'person'] as const) {
    expect(capWords.fr[`caps.${field}`]).toMatch(/, au plus$/);
    expect(String(capWords.fr[`caps.${field}Hint`]).length).toBeGreaterThan(40);
  }
});

it('the settings of a team have a place of their own', () => {
  const link = one(draw(TeamTabs, { current: 'caps' }), 'a', { href: '/facilitateur/reglages' });
  expect([words(link), attribute(link, 'aria-current')]).toEqual(['Limites d’envoi', 'page']);
});
