import { canonicalJson } from '@jonction/documents/decp/canonical';
import { changesOf } from '@jonction/documents/decp/changes';
import { contractObject, lotsOf } from '@jonction/documents/decp/lots';
import { mergeContract } from '@jonction/documents/decp/merge';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { type StoredContract, sameContract } from '@jonction/documents/decp/stored';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { contractOf, mason, painter, rawContract, roofer } from './fixtures.ts';

type Records = [DecpRecord, ...DecpRecord[]];
const holder = (...ids: string[]) => ids.map((id) => ({ titulaire: { typeIdentifiant: 'SIRET', id } }));
const amendment = (id: number, on: string) => ({
  modification: { id, dateNotificationModification: on, montant: 5000 },
});

async function merged(...changes: Record<string, unknown>[]): Promise<StoredContract> {
  return mergeContract(null, await records(...changes));
}

async function records(...changes: Record<string, unknown>[]): Promise<Records> {
  return nonEmpty(await Promise.all(changes.map((change) => contractOf(rawContract(change)))));
}

function nonEmpty([first, ...others]: DecpRecord[]): Records {
  if (!first) throw new Error('no record');
  return [first, ...others];
}

const keys = (contract: StoredContract): string[] => lotsOf(contract).map((lot) => lot.key);
const amounts = (contract: StoredContract) => lotsOf(contract).map((lot) => lot.record.amountCents);

describe('which records are lots of one contract', () => {
  it('takes different lot numbers as different lots, even of one holder and one amount', async () => {
    const contract = await merged({ objet: 'École : Lot 2 : Murs' }, { objet: 'École : Lot 3 : Toits' });
    expect(keys(contract)).toEqual(['lot:2', 'lot:3']);
  });

  it('takes different holders as different lots where the object names none', async () => {
    expect(lotsOf(await merged({ titulaires: holder(painter) }, { titulaires: holder(mason) }))).toHaveLength(2);
  });

  it('tells lots of one holder by their amounts only when they were published the same day', async () => {
    expect(amounts(await merged({ montant: 100 }, { montant: 200 }))).toEqual([10_000, 20_000]);
    const later = { montant: 200, datePublicationDonnees: '2024-05-01' };
    expect(amounts(await merged({ montant: 100 }, later))).toEqual([20_000]);
  });

  it('keeps every holder of a lot published once for each of them', async () => {
    const shared = ['a', 'b', 'c'].map((_, at) => ({
      objet: 'Impression - lot 1 : affiches',
      titulaires: holder([painter, mason, roofer][at] ?? ''),
    }));
    const [lot, ...others] = lotsOf(await merged(...shared));
    expect(others).toEqual([]);
    expect(lot?.holders.map((one) => one.id)).toEqual([painter, mason, roofer].sort());
  });

  it('sees one lot in a publication without its number and a later one with it, of the same holder', async () => {
    const numbered = { objet: 'LOT 3 : VOIRIE', datePublicationDonnees: '2024-04-02' };
    expect(keys(await merged({ objet: 'Travaux de voirie' }, numbered))).toEqual(['lot:3']);
    const laterWithout = { objet: 'Voirie, suite', datePublicationDonnees: '2024-06-01' };
    const contract = await merged(numbered, laterWithout);
    expect(lotsOf(contract)).toMatchObject([{ key: 'lot:3', number: '3', record: { object: 'Voirie, suite' } }]);
  });
});

describe('what the contract as a whole is for', () => {
  it('is what the objects of its lots have in common', async () => {
    const object = 'Rénovation de l’école: Lot';
    const contract = await merged({ objet: `${object} 2 : Murs` }, { objet: `${object} 3 : Toits` });
    expect(contractObject(lotsOf(contract))).toBe('Rénovation de l’école');
  });

  it('is the object of the first lot where they have nothing in common', async () => {
    const contract = await merged({ objet: 'Murs - lot 1' }, { objet: 'Toits - lot 2' });
    expect(contractObject(lotsOf(contract))).toBe('Murs - lot 1');
  });
});

describe('which record of a lot wins', () => {
  it('takes the latest publication whole, with its own amendments', async () => {
    const before = { objet: 'Ancien', modifications: [amendment(1, '2024-03-20')] };
    const after = { objet: 'Nouveau', datePublicationDonnees: '2024-04-01' };
    expect(lotsOf(await merged(after, before))).toMatchObject([{ record: { object: 'Nouveau', modifications: [] } }]);
  });

  it('merges the amendments of publications of one day, and takes the greatest content', async () => {
    const one = { objet: 'Zone Est', modifications: [amendment(1, '2024-04-01')] };
    const two = { objet: 'Abords', modifications: [amendment(1, '2024-04-01'), amendment(2, '2024-05-01')] };
    const [lot] = lotsOf(await merged(one, two));
    expect(lot?.record.object).toBe('Zone Est');
    expect(lot?.record.modifications.map((change) => change.id)).toEqual(['1', '2']);
  });

  it('takes a record without a publication date as older than any', async () => {
    const undated = { objet: 'Zone Est', datePublicationDonnees: undefined };
    expect(lotsOf(await merged({ objet: 'Abords' }, undated))).toMatchObject([{ record: { object: 'Abords' } }]);
  });

  it('ignores the source of the record', async () => {
    expect(sameContract(await merged({ source: 'a' }), await merged({ source: 'b' }))).toBe(true);
  });

  it('refuses to mix two contracts', async () => {
    await expect(merged({ id: '1' }, { id: '2' })).rejects.toThrow('several contracts');
  });
});

describe('an import ends in the same state and counts, however it is cut up', () => {
  let pool: DecpRecord[] = [];

  beforeAll(async () => {
    const objects = ['Travaux', 'École : Lot 1 : Murs', 'École : Lot 2 : Toits', 'Divers lot 2'];
    const days = ['2024-03-12', '2024-04-01', undefined];
    const raws = objects.flatMap((objet) =>
      days.flatMap((datePublicationDonnees) =>
        [holder(painter), holder(mason), holder(painter, mason)].flatMap((titulaires) =>
          [1000, 2000].flatMap((montant) =>
            [[], [amendment(1, '2024-05-01')], [amendment(2, '2024-06-01')]].map((modifications) =>
              rawContract({ objet, datePublicationDonnees, titulaires, montant, modifications }),
            ),
          ),
        ),
      ),
    );
    pool = await Promise.all(raws.map(contractOf));
  });

  const some = fc.array(fc.nat({ max: 215 }), { minLength: 1, maxLength: 14 });
  const chosen = (indexes: readonly number[]): Records => nonEmpty(indexes.flatMap((at) => pool[at] ?? []));

  it('in any order, in any runs, any number of times', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), fc.nat(), (indexes, order, cut) => {
        const whole = mergeContract(null, chosen(indexes));
        const shuffled = indexes
          .map((at) => ({ at, by: order.next().value ?? 0 }))
          .sort((x, y) => x.by - y.by)
          .map((item) => item.at);
        const split = 1 + (cut % indexes.length);
        const [first, rest] = [shuffled.slice(0, split), shuffled.slice(split)];
        let inRuns = mergeContract(null, chosen(first));
        if (rest.length > 0) inRuns = mergeContract(inRuns, chosen(rest));
        expect(canonicalJson(inRuns)).toBe(canonicalJson(whole));
        expect(canonicalJson(mergeContract(whole, chosen(first)))).toBe(canonicalJson(whole));
        // What a JSON column gives back is the same state.
        const stored = JSON.parse(JSON.stringify(whole)) as StoredContract;
        expect(canonicalJson(mergeContract(stored, chosen(shuffled)))).toBe(canonicalJson(whole));
      }),
      { numRuns: 400 },
    );
  });

  it('and the counts of a run never depend on its order, never exceed what was read, and a second run changes nothing', () => {
    fc.assert(
      fc.property(some, some, (before, indexes) => {
        const old = mergeContract(null, chosen(before));
        const now = mergeContract(old, chosen(indexes));
        const counts = changesOf(old, now, chosen(indexes));
        expect(changesOf(old, now, chosen([...indexes].reverse()))).toEqual(counts);
        expect(counts.created + counts.updated + counts.unchanged).toBe(indexes.length);
        expect(Math.min(counts.created, counts.updated, counts.unchanged)).toBeGreaterThanOrEqual(0);
        expect(changesOf(now, mergeContract(now, chosen(indexes)), chosen(indexes))).toEqual({
          created: 0,
          updated: 0,
          unchanged: indexes.length,
        });
        const fresh = mergeContract(null, chosen(indexes));
        expect(changesOf(null, fresh, chosen(indexes)).created).toBe(lotsOf(fresh).length);
        expect(new Set(keys(fresh)).size).toBe(lotsOf(fresh).length);
      }),
      { numRuns: 400 },
    );
  });
});
