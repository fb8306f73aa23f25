import type { ListParticipants } from '@jonction/domain/participant/list';
import { freshnesses } from '@jonction/domain/participant/list-order';
import { participantStatuses } from '@jonction/domain/participant/status';
import { describe, expect, it } from 'vitest';
import BankFilters from '../../../../apps/web/src/lib/participant/BankFilters.svelte';
import { readBankFilters } from '../../../../apps/web/src/lib/participant/bank-filters.ts';
import { all, attribute, draw, labelOf, one, type Tag, words } from '../../../support/drawn.ts';
import { seen } from '../../../support/spaces.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const bank = (query = '', locale: 'fr' | 'en' = 'fr', partnerName: string | null = null) => {
  const url = new URL(`https://jonction.example/facilitateur/participants${query}`);
  return draw(
    BankFilters,
    {
      url,
      filters: readBankFilters(url, 'u1') as Partial<ListParticipants>,
      occupationOptions: [{ value: 'K2204', label: 'Nettoyage de locaux' }],
      partnerName,
    },
    locale,
  );
};
const taken = (...given: Parameters<typeof bank>) =>
  all(bank(...given), 'a', { 'aria-label': true }).map((link) => seen(words(link)));
const chosen = (page: Tag, name: string) =>
  all(one(page, 'select', { name }), 'option', { selected: true }).map((option) => attribute(option, 'value'));

describe('the filters of the bank', () => {
  it('are a form of the address itself, so that a list can be sent to a colleague', () => {
    const form = one(bank(), 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['GET', '/facilitateur/participants']);
    expect(all(form, 'input', { type: 'hidden' }).map((input) => attribute(input, 'name'))).toEqual([]);
  });

  it('have each a label of its own', () => {
    const page = bank();
    const fields = [...all(page, 'select'), ...all(page, 'input')].filter(
      (field) => attribute(field, 'type') !== 'hidden' && field.attributes.has('id'),
    );
    const labels = fields.map((field) => labelOf(page, field));
    expect(labels).toHaveLength(12);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('Nom, métier, compétence');
  });

  it('show what the address asks, and nothing chosen where it asks nothing', () => {
    const page = bank('?q=soudure&pres=93200&km=30&francais=3&statut=available&echange=stale&accord=non&eligible=oui');
    const value = (name: string) => attribute(one(page, 'input', { name }), 'value');
    expect([value('q'), value('pres'), value('km')]).toEqual(['soudure', '93200', '30']);
    expect(['francais', 'statut', 'echange', 'accord', 'eligible'].map((name) => chosen(page, name))).toEqual([
      ['3'],
      ['available'],
      ['stale'],
      ['non'],
      ['oui'],
    ]);
    for (const select of all(bank(), 'select')) {
      expect(all(select, 'option', { selected: true }).every((option) => attribute(option, 'value') === '')).toBe(true);
    }
  });

  it('offer what can be asked and no more, in words', () => {
    const offered = (name: string) => all(one(bank(), 'select', { name }), 'option').slice(1);
    expect(offered('statut').map((option) => attribute(option, 'value'))).toEqual([...participantStatuses]);
    expect(offered('echange').map((option) => attribute(option, 'value'))).toEqual([...freshnesses]);
    for (const name of ['statut', 'echange', 'francais', 'accord']) {
      for (const option of offered(name)) expect(words(option)).not.toMatch(/participant\.|bank\.|_|^$/);
    }
  });

  it('keep the order of the list, all its columns, and what has no field here', () => {
    const page = bank('?tri=nom&cv=aucun&sansnouvelles=2026-01-01&colonnes=cv&colonnes=permis&page=3');
    const kept = all(one(page, 'form'), 'input', { type: 'hidden' }).map((input) => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]);
    expect(kept).toEqual([
      ['tri', 'nom'],
      ['sansnouvelles', '2026-01-01'],
      ['cv', 'aucun'],
      ['colonnes', 'cv'],
      ['colonnes', 'permis'],
    ]);
  });

  it('are unfolded when one of the folded is set, so that nothing filters unseen', () => {
    const isOpen = (query: string) => one(bank(query), 'details').attributes.has('open');
    expect(isOpen('')).toBe(false);
    expect(isOpen('?q=soudure&metier=K2204&pres=93200')).toBe(false);
    for (const query of ['?permis=B', '?statut=available', '?accord=oui', '?suivi=moi', '?dispo=2026-04-01']) {
      expect(isOpen(query), query).toBe(true);
    }
  });
});

describe('what is filtered now', () => {
  it('is said in French spacing, a quote, a colon and a distance alike', () => {
    expect(taken('?q=soudure&pres=93200&accord=non&echange=never')).toEqual([
      '«_soudure_»',
      '93200 · 20~km',
      'Dernier échange_: jamais',
      'Accord pour montrer le CV_: non',
    ]);
  });

  it('is said in English as English is written', () => {
    expect(taken('?q=welding&eligible=oui&echange=never', 'en')).toEqual([
      '“welding”',
      'Last conversation: never',
      'Eligible today: yes',
    ]);
  });

  it('names an occupation, several licences, a level, a day and a partner, never their codes', () => {
    const partner = '01900000-0000-7000-8000-000000000001';
    const said = taken(
      `?metier=K2204&permis=B&permis=C&francais=3&dispo=2026-04-01&suivi=moi&cv=aconfirmer&prescripteur=${partner}`,
      'fr',
      'Mission locale',
    ).map((text) => plain(text.replaceAll(/[~_]/g, ' ')));
    expect(said).toHaveLength(7);
    expect(said[0]).toBe('Nettoyage de locaux');
    expect(said[1]).toMatch(/^.{2,} \+ .{2,}$/);
    expect(said).toContain('Disponible le 1er avr. 2026');
    expect(said).toContain('Suivie par moi');
    expect(said).toContain('CV à confirmer');
    expect(said.at(-1)).toBe('Mission locale');
    expect(said.join()).not.toContain(partner);
  });

  it('is taken out one at a time, by a link that says so, and the rest stays', () => {
    const page = bank('?q=soudure&accord=oui&page=4');
    const links = all(page, 'a', { 'aria-label': true });
    expect(links.map((link) => [seen(attribute(link, 'aria-label') ?? ''), attribute(link, 'href')])).toEqual([
      ['Retirer le filtre «_soudure_»', '/facilitateur/participants?accord=oui'],
      ['Retirer le filtre Accord pour montrer le CV_: oui', '/facilitateur/participants?q=soudure'],
    ]);
    const clear = all(page, 'a').filter((link) => words(link) === 'Tout effacer');
    expect(clear.map((link) => attribute(link, 'href'))).toEqual(['/facilitateur/participants']);
  });

  it('is nothing where nothing is asked, and no word typed becomes a page', () => {
    expect(all(bank(), 'a')).toEqual([]);
    expect(all(bank('?q=<script>alert(1)</script>'), 'script')).toEqual([]);
    expect(taken('?q=<b>gras</b>')).toEqual(['«_<b>gras</b>_»']);
  });
});
