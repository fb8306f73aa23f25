import { buyerField, buyerOf, holderOf, holdersOf } from '@jonction/documents/decp/identifier';
import type { Doubt } from '@jonction/documents/decp/record';
import { holderIdKinds } from '@jonction/documents/decp/record';
import { isSiren, isSiret } from '@jonction/domain/reference/siret';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { county, mason, painter, town } from './fixtures.ts';

function buyer(raw: Record<string, unknown>) {
  const doubts: Doubt[] = [];
  return { read: buyerOf(raw, doubts), doubts: doubts.map((doubt) => `${doubt.field} ${doubt.code}`) };
}

function holder(value: unknown) {
  const doubts: Doubt[] = [];
  return { read: holderOf({ name: 'titulaires', value, doubts }), doubts: doubts.map((doubt) => doubt.code) };
}

describe('the buyer', () => {
  it.each<[string, Record<string, unknown>]>([
    ['2024', { acheteur: { id: town } }],
    ['2019', { acheteur: { id: town, nom: 'Ville' } }],
    ['a list of one', { acheteur: [{ id: town }] }],
    ['an object within itself', { acheteur: { acheteur: { id: town } } }],
    ['text of JSON', { acheteur: JSON.stringify({ id: town }) }],
    ['text of Python', { acheteur: `{'id': '${town}', 'nom': nan}` }],
    ['the bare number', { acheteur: town }],
    ['the bare number as a number', { acheteur: Number(town) }],
    ['a column of a table', { 'acheteur.id': town }],
    ['an older column', { idAcheteur: town }],
    ['a concession', { autoriteConcedante: { id: town } }],
    ['spaces and dots', { acheteur: { id: ' 219 900 016.00011 ' } }],
  ])('is read from %s', (_, raw) => {
    expect(buyer(raw)).toMatchObject({ read: { idKind: 'SIRET', id: town }, doubts: [] });
  });

  it('keeps its name on one line, without the codes of a web page', () => {
    expect(buyer({ acheteur: { id: town, nom: 'Ville&nbsp;de\n Tilleuls &amp; environs' } }).read).toMatchObject({
      name: 'Ville de Tilleuls & environs',
    });
    expect(buyer({ acheteur: { id: town, nom: 'nan' } }).read).toMatchObject({ name: null });
  });

  it('is doubted, not refused, when its key is wrong or only its SIREN is given', () => {
    expect(buyer({ acheteur: { id: '21990001600012' } })).toMatchObject({
      read: { id: '21990001600012' },
      doubts: ['acheteur.id decp.siret_key'],
    });
    expect(buyer({ acheteur: { id: town.slice(0, 9) } })).toMatchObject({
      read: { idKind: 'SIREN' },
      doubts: ['acheteur.id decp.siren_only'],
    });
  });

  it('gets back up to three zeros, when the key is then right', () => {
    expect(buyer({ acheteur: { id: '99000160012' } })).toMatchObject({
      read: { idKind: 'SIRET', id: '00099000160012' },
      doubts: ['acheteur.id decp.siret_padded'],
    });
    expect(buyer({ acheteur: { id: '99000160013' } }).read).toEqual({
      code: 'decp.buyer_malformed',
      value: '99000160013',
    });
  });

  it.each([
    ['decp.buyer_missing', {}],
    ['decp.buyer_missing', { acheteur: null }],
    ['decp.buyer_missing', { acheteur: { nom: 'Ville' } }],
    ['decp.buyer_missing', { acheteur: { id: 'nan' } }],
    ['decp.buyer_malformed', { acheteur: { id: '0' } }],
    ['decp.buyer_malformed', { acheteur: { id: '00000000000000' } }],
    ['decp.buyer_malformed', { acheteur: { id: '11111111111111' } }],
    ['decp.buyer_malformed', { acheteur: { id: 'Ville de Tilleuls' } }],
    ['decp.buyer_malformed', { acheteur: { id: '1234567890' } }],
    // Its key would be right with four zeros more: no SIRET begins with so many.
    ['decp.buyer_malformed', { acheteur: { id: '1234567897' } }],
    ['decp.buyer_malformed', { acheteur: { id: `${town}0` } }],
  ])('that cannot be identified says %s', (code, raw) => {
    expect(buyer(raw).read).toMatchObject({ code });
  });

  it('is named by the field that the file has', () => {
    expect(buyerField({ acheteur: { id: town } })).toBe('acheteur.id');
    expect(buyerField({ autoriteConcedante: { id: town } })).toBe('autoriteConcedante.id');
    expect(buyerField({})).toBe('acheteur.id');
  });

  it('is a number of nine or fourteen digits or none, whatever was published', () => {
    const published = fc.oneof(fc.string(), fc.stringMatching(/^[\d .-]{5,20}$/), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(published, (id) => {
        const { read, doubts } = buyer({ acheteur: { id } });
        if (!('id' in read)) return;
        expect(read.id).toMatch(read.idKind === 'SIRET' ? /^\d{14}$/ : /^\d{9}$/);
        const right = read.idKind === 'SIRET' ? isSiret(read.id) : isSiren(read.id);
        // A number whose key is wrong never comes in without somebody being told.
        expect(right || doubts.includes('acheteur.id decp.siret_key')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a holder', () => {
  it.each<[Record<string, unknown>, string, string]>([
    [{ typeIdentifiant: 'SIRET', id: painter }, 'SIRET', painter],
    [{ typeIdentifiant: 'siret', id: painter }, 'SIRET', painter],
    [{ id: painter }, 'SIRET', painter],
    [{ typeIdentifiant: 'SIREN', id: painter.slice(0, 9) }, 'SIREN', painter.slice(0, 9)],
    [{ typeIdentifiant: 'TVA', id: 'DE 123 456 789' }, 'TVA', 'DE123456789'],
    [{ typeIdentifiant: 'tva', id: 'be0123456789' }, 'TVA', 'BE0123456789'],
    [{ typeIdentifiant: 'TAHITI', id: 'A12345' }, 'TAHITI', 'A12345'],
    [{ typeIdentifiant: 'RIDET', id: '0123456.001' }, 'RIDET', '0123456001'],
    [{ typeIdentifiant: 'FRWF', id: 'WF-12' }, 'FRWF', 'WF12'],
    [{ typeIdentifiant: 'IREP', id: 'X1' }, 'IREP', 'X1'],
    [{ typeIdentifiant: 'HORS-UE', id: 'CH Fictive' }, 'HORS-UE', 'CHFICTIVE'],
    [{ typeIdentifiant: 'Hors UE', id: 'CH Fictive' }, 'HORS-UE', 'CHFICTIVE'],
  ])('%j', (published, idKind, id) => {
    expect(holder(published).read).toMatchObject({ idKind, id });
    expect(holderIdKinds).toContain(idKind);
  });

  it('published with the wrong kind is read by its number', () => {
    expect(holder({ typeIdentifiant: 'SIREN', id: painter }).read).toMatchObject({ idKind: 'SIRET', id: painter });
    expect(holder({ typeIdentifiant: 'autre', id: painter }).read).toMatchObject({ idKind: 'SIRET', id: painter });
  });

  it('that is malformed is kept as published, and doubted', () => {
    expect(holder({ typeIdentifiant: 'SIRET', id: '3883430500028X' })).toEqual({
      read: { idKind: 'UNKNOWN', id: '3883430500028X', name: null },
      doubts: ['decp.holder_malformed'],
    });
  });

  it.each(['Non disponible', 'non renseigné', 'INCONNU', 'XXX', '000000000', null, '', 'nan'])(
    'whose number is "%s" is known by its name alone, and is none without one',
    (id) => {
      expect(holder({ id, denominationSociale: 'Atelier&#32;bleu' })).toEqual({
        read: { idKind: 'UNKNOWN', id: '', name: 'Atelier bleu' },
        doubts: [],
      });
      expect(holder({ id }).read).toBeNull();
    },
  );
});

describe('the holders', () => {
  const all = (value: unknown) =>
    holdersOf({ name: 'titulaires', value, doubts: [] }).map((one) => `${one.idKind} ${one.id || one.name}`);

  it.each<[string, unknown]>([
    ['2024', [{ titulaire: { id: painter } }, { titulaire: { id: mason } }]],
    ['2019', [{ id: painter }, { id: mason }]],
    ['an object of a list', { titulaire: [{ id: painter }, { id: mason }] }],
    ['text of Python', `[{'titulaire': {'id': '${painter}'}}, {'titulaire': {'id': '${mason}'}}]`],
    ['a concession', [{ concessionnaire: { id: painter } }, { concessionnaire: { id: mason } }]],
    ['with an empty one between', [{ id: painter }, {}, { id: null, denominationSociale: null }, { id: mason }]],
    ['with one of them twice', [{ id: painter }, { id: mason }, { id: `${painter.slice(0, 9)} ${painter.slice(9)}` }]],
  ])('keep their order, each once: %s', (_, value) => {
    expect(all(value)).toEqual([`SIRET ${painter}`, `SIRET ${mason}`]);
  });

  it('without a number are told apart by their names', () => {
    expect(all([{ nom: 'A' }, { nom: 'B' }, { nom: 'A' }])).toEqual(['UNKNOWN A', 'UNKNOWN B']);
  });

  it('are none where nothing is published', () => {
    for (const value of [null, undefined, [], {}, '', 'nan', '[]', county]) expect(all(value)).toEqual([]);
  });
});
