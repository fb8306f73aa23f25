import { mergeContract } from '@jonction/documents/decp/merge';
import { publishedAmendments } from '@jonction/documents/decp/proposals';
import type { StoredContract } from '@jonction/documents/decp/stored';
import { describe, expect, it } from 'vitest';
import { contractOf, mason, painter, rawContract } from './fixtures.ts';

const titulaire = (id: string) => [{ titulaire: { typeIdentifiant: 'SIRET', id } }];
const modification = (changes: Record<string, unknown>) => ({ modification: { id: 1, ...changes } });

async function stored(...raws: Record<string, unknown>[]): Promise<StoredContract> {
  const records = await Promise.all(raws.map((raw) => contractOf(rawContract(raw))));
  const [first, ...others] = records;
  if (!first) throw new Error('no record');
  return mergeContract(null, [first, ...others]);
}
const longer = modification({ dateNotificationModification: '2024-06-01', dureeMois: 18, objetModification: 'Retard' });
const dearer = modification({ dateNotificationModification: '2024-07-01', montant: 130_000 });

describe('what is published of amendments', () => {
  it('is told one by one with what was before and what is after', async () => {
    expect(publishedAmendments([await stored({ modifications: [dearer, longer] })])).toMatchObject([
      {
        ...{ on: '2024-06-01', object: 'Retard', months: { before: 12, after: 18 }, amountCents: null, holders: null },
        endsOn: { before: '2025-02-28', after: '2025-08-31' },
      },
      { on: '2024-07-01', endsOn: null, months: null, amountCents: { before: 12_000_050, after: 13_000_000 } },
    ]);
  });

  it('bears the same key whatever the file, the lot number and the day it is published again', async () => {
    const keys = async (...raws: Record<string, unknown>[]) =>
      publishedAmendments([await stored(...raws)]).map(({ key }) => key);
    const known = await keys({ modifications: [longer] });
    expect(await keys({ modifications: [dearer, longer] })).toContain(known[0]);
    const again = modification({ ...longer.modification, datePublicationDonneesModification: '2024-09-09', id: 7 });
    expect(await keys({ modifications: [again], datePublicationDonnees: '2024-10-01' })).toEqual(known);
    expect(await keys({ modifications: [longer], objet: 'Rénovation de l’école des Tilleuls - lot 2' })).toEqual(known);
  });

  it('bears another key where it says something else', async () => {
    const all = [longer, dearer, modification({ dateNotificationModification: '2024-06-01', dureeMois: 24 })];
    const told = publishedAmendments([await stored({ modifications: all })]);
    expect(new Set(told.map(({ key }) => key)).size).toBe(3);
  });

  it('adds the lots up, and tells once what was amended for all of them on one day', async () => {
    const lots = [
      { objet: 'École - lot 1 : murs', montant: 100_000, modifications: [longer] },
      { objet: 'École - lot 2 : sols', montant: 50_000, modifications: [longer, dearer], titulaires: titulaire(mason) },
    ];
    expect(publishedAmendments([await stored(...lots)])).toMatchObject([
      { on: '2024-06-01', endsOn: { before: '2025-02-28', after: '2025-08-31' }, amountCents: null },
      { on: '2024-07-01', amountCents: { before: 15_000_000, after: 23_000_000 } },
    ]);
  });

  it('adds up contracts that the buyer numbered lot by lot', async () => {
    const one = await stored({ id: 'A-1', montant: 100_000, modifications: [dearer] });
    const two = await stored({ id: 'A-2', montant: 50_000, titulaires: titulaire(mason) });
    expect(publishedAmendments([one, two])).toMatchObject([{ amountCents: { before: 15_000_000, after: 18_000_000 } }]);
    expect(publishedAmendments([two, one])).toEqual(publishedAmendments([one, two]));
  });

  it('gives no total where the amount of a lot is not known', async () => {
    const one = await stored({ id: 'A-1', montant: 100_000, modifications: [dearer] });
    const two = await stored({ id: 'A-2', montant: null, titulaires: titulaire(mason) });
    expect(publishedAmendments([one, two])).toMatchObject([{ amountCents: null }]);
  });

  it('tells companies that change, and not the same ones written anew', async () => {
    const same = modification({ dateNotificationModification: '2024-06-01', titulaires: titulaire(painter) });
    const other = modification({ dateNotificationModification: '2024-06-02', titulaires: titulaire(mason) });
    expect(publishedAmendments([await stored({ modifications: [same, other] })])).toMatchObject([
      { holders: null },
      { holders: { before: [painter], after: [mason] } },
    ]);
  });

  it('tells one without a date first, and nothing where there is none', async () => {
    const undated = modification({ montant: 125_000 });
    const told = publishedAmendments([await stored({ modifications: [dearer, undated] })]);
    expect(told.map(({ amountCents }) => amountCents?.after)).toEqual([12_500_000, 13_000_000]);
    expect(publishedAmendments([await stored({})])).toEqual([]);
    expect(publishedAmendments([])).toEqual([]);
  });

  it('leaves alone amendments of a list of prices, published with no amount of their own', async () => {
    const prices = modification({ dateNotificationModification: '2024-06-01', montant: 1 });
    expect(publishedAmendments([await stored({ modifications: [prices] })])).toMatchObject([
      { amountCents: null, endsOn: null, holders: null },
    ]);
  });
});
