import { afterEach, describe, expect, it } from 'vitest';
import FoundCompanies from '../../../../apps/web/src/lib/positioning/FoundCompanies.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

const company = (id: string, chosen = false) => ({
  ...{ id, name: `Entreprise ${id}`, city: 'Pantin', identifier: null, chosen },
});
const search = (given: { words?: string; found?: ReturnType<typeof company>[] } = {}) =>
  draw(FoundCompanies, { words: 'toit', found: [], ...given });

afterEach(() => {
  app.url = new URL('https://jonction.example/');
});

describe('companies that are looked for, to send a CV to', () => {
  it('keep who is sent and who is chosen already, whatever is looked for', () => {
    app.url = new URL('https://jonction.example/facilitateur/pousser?personne=p1&entreprise=a&entreprise=b&q=x&page=2');
    const hidden = all(search(), 'input', { type: 'hidden' });
    expect(hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')])).toEqual([
      ['personne', 'p1'],
      ['entreprise', 'a'],
      ['entreprise', 'b'],
    ]);
  });

  it('are added by a link that keeps the others, named for whoever hears it', () => {
    app.url = new URL('https://jonction.example/facilitateur/pousser?personne=p1&entreprise=a&q=x');
    const link = one(search({ found: [company('c')] }), 'a');
    expect(attribute(link, 'href')).toBe('/facilitateur/pousser?personne=p1&entreprise=a&entreprise=c');
    expect(words(link)).toContain('Entreprise c');
  });

  it('are not added twice', () => {
    const drawn = search({ found: [company('a', true), company('b')] });
    expect(all(drawn, 'li')).toHaveLength(2);
    expect(all(drawn, 'a')).toHaveLength(1);
  });

  it('say that none was found, and nothing before anything is looked for', () => {
    expect(all(search(), 'li')).toHaveLength(1);
    expect(all(search({ words: '' }), 'li')).toEqual([]);
  });
});
