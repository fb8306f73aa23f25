import { describe, expect, it } from 'vitest';
import ListFields from '../../../../apps/web/src/lib/contract/ListFields.svelte';
import { listChips } from '../../../../apps/web/src/lib/contract/list-chips.ts';
import ColumnMapping from '../../../../apps/web/src/lib/participant/ColumnMapping.svelte';
import ImportRows from '../../../../apps/web/src/lib/participant/ImportRows.svelte';
import { mappingIn } from '../../../../apps/web/src/lib/participant/mapping-in.ts';
import { all, attribute, draw, words } from '../../../support/drawn.ts';

describe('what a list of contracts is filtered by', () => {
  it('is said in words, each with the name that the address gives it', () => {
    const question = {
      ...{ text: 'voirie', statuses: ['stopped' as const], department: '75', cpv: '45', social: 'unknown' as const },
      ...{ liveOnly: true, buyerId: 'b', holderId: null },
    };
    expect(listChips(question, 'fr', [{ name: 'connu', label: 'connu le 20 mars 2020' }])).toEqual([
      { name: 'q', label: 'voirie' },
      { name: 'statut', label: 'arrêté' },
      { name: 'dep', label: 'Département 75' },
      { name: 'cpv', label: 'CPV 45…' },
      { name: 'social', label: expect.stringMatching(/^Considération sociale\s:\sinconnu$/) },
      { name: 'vivants', label: 'En cours seulement' },
      { name: 'connu', label: 'connu le 20 mars 2020' },
      { name: 'acheteur', label: 'Acheteur' },
    ]);
  });

  it('says what a beginning of CPV is called, where it is known', () => {
    const named = { cpv: '4521', cpvLabel: 'Travaux de construction de bâtiments' };
    expect(listChips(named, 'fr')).toEqual([{ name: 'cpv', label: 'CPV 4521… Travaux de construction de bâtiments' }]);
    expect(listChips({ ...named, cpvLabel: null }, 'fr')).toEqual([{ name: 'cpv', label: 'CPV 4521…' }]);
  });

  it('is nothing where nothing is asked, and English for whoever reads English', () => {
    expect(listChips({}, 'fr', [{ name: 'clause', label: '' }])).toEqual([]);
    expect(listChips({ statuses: ['stopped'] }, 'en')).toEqual([{ name: 'statut', label: 'stopped' }]);
  });

  it('is typed in fields that keep what the address holds', () => {
    const url = new URL('http://jonction.test/facilitateur/marches?q=voirie&dep=75&cpv=45&statut=stopped');
    const page = draw(ListFields, { url });
    const values = all(page, 'input').map((input) => [attribute(input, 'name'), attribute(input, 'value')]);
    expect(values).toEqual([
      ['q', 'voirie'],
      ['dep', '75'],
      ['cpv', '45'],
    ]);
    const [chosen] = all(page, 'option').filter((option) => attribute(option, 'selected') !== undefined);
    expect(chosen && words(chosen)).toBe('arrêté');
  });
});

describe('the rows of a list that comes in', () => {
  const row = { record: 2, name: '2024-017, lot 2', outcome: 'created' as const, problems: [] };

  it('lead to the contract or to the person that they became', () => {
    const page = draw(ImportRows, {
      name: 'Marché',
      rows: [
        { ...row, contractId: 'c1' },
        { ...row, record: 3, participantId: 'p1' },
        { ...row, record: 4, contractId: null },
      ],
    });
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/facilitateur/marches/c1',
      '/facilitateur/participants/p1',
    ]);
    expect(words(page)).toContain('Marché');
  });

  it('say what is wrong at its column, and what each will be', () => {
    const problems = [{ field: 'Statut', sentence: '« ennuyé » n’est pas dans la liste.' }];
    const page = draw(ImportRows, {
      name: 'Marché',
      rows: [
        { ...row, outcome: null, problems },
        { ...row, record: 3, outcome: null },
        { ...row, record: 4, outcome: 'rejected', problems },
      ],
    });
    const text = words(page);
    for (const said of ['à corriger', 'prête', 'refusée', 'Statut', '« ennuyé » n’est pas dans la liste.']) {
      expect(text).toContain(said);
    }
  });

  it('tell before they enter what each would change, and what it would add', () => {
    const changes = [
      { field: 'Statut', before: 'en cours', after: 'arrêté' },
      { field: 'CPV', before: null, after: '45233140' },
    ];
    const foreseen = (outcome: 'created' | 'updated' | 'unchanged', of = changes, compared: string[] = []) => ({
      ...{ outcome, changes: of, compared },
    });
    const page = draw(ImportRows, {
      name: 'Marché',
      rows: [
        { ...row, outcome: null, foreseen: foreseen('updated') },
        { ...row, record: 3, outcome: null, foreseen: foreseen('created', []) },
        { ...row, record: 4, outcome: null, foreseen: foreseen('unchanged', [], ['Catégorie']) },
        { ...row, record: 5, outcome: 'updated', foreseen: null },
      ],
    });
    expect(all(page, 'p').map((line) => words(line).replace(/\s+/g, ' '))).toEqual([
      'Statut : en cours devient arrêté',
      'CPV : 45233140, ajouté',
      'Catégorie : comparée, à l’entrée, à ce qui est gardé au coffre',
    ]);
    const text = words(page);
    for (const said of ['à compléter', 'à créer', 'rien à changer', 'complétée']) expect(text).toContain(said);
    expect(text).not.toContain('prête');
  });
});

describe('which column is which', () => {
  const columns = {
    ...{
      headers: ['colA', '', 'colB'],
      samples: { colA: ['219', '220'] },
      chosen: { colA: 'buyer' },
      missing: ['object'],
    },
  };
  const fields = [
    { key: 'buyer', header: 'Acheteur (SIRET)', required: true },
    { key: 'object', header: 'Objet', required: true },
    { key: 'cpv', header: 'CPV', required: false },
  ];

  it('is asked for each header, with what it holds and what is missing', () => {
    const page = draw(ColumnMapping, { columns, fields });
    expect(all(page, 'select').map((select) => attribute(select, 'name'))).toEqual(['colonne-0', 'colonne-1']);
    expect(words(page)).toContain('219 · 220');
    expect(words(page)).toMatch(/Il manque\s: Objet\./);
  });

  it('is read back by the place of each header; a column left out is not read', () => {
    const form = new FormData();
    for (const header of ['colA', 'colB', 'colC']) form.append('entete', header);
    form.set('colonne-0', 'buyer');
    form.set('colonne-1', '');
    form.set('colonne-2', 'object');
    expect(mappingIn(form)).toEqual({ colA: 'buyer', colC: 'object' });
  });
});
