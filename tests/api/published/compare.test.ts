import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { refusalOf } from '../../support/product.ts';
import { mason, type PublishedWorld, recordOf, startPublishedWorld } from './world.ts';

let world: PublishedWorld;
beforeAll(async () => {
  world = await startPublishedWorld();
});
afterAll(() => world.product.close());

const api = () => world.facilitator.client.published;
const ours = (word: string, reference = `VOI-${word}`) => world.ours(word, { reference });
const count = async (list: 'here' | 'there', text: string) => (await api().compare.query({ list, text })).total;
/** Where a contract of this word stands: the lists that show it. */
async function listsOf(word: string) {
  const lists = ['decide', 'both', 'here', 'there', 'later', 'aside'] as const;
  const found: string[] = [];
  for (const list of lists) {
    const { rows } = await api().compare.query({ list, text: word });
    if (rows.length > 0) found.push(list);
  }
  return found;
}

describe('published.compare', () => {
  it('asks about two that are alike under two numbers, and shows neither elsewhere', async () => {
    const contractId = await ours('alpha');
    await world.publish(recordOf('alpha'));
    const { rows, counts, total } = await api().compare.query({ text: 'alpha' });
    expect(rows).toMatchObject([
      {
        id: contractId,
        reference: 'VOI-alpha',
        decision: null,
        match: { reference: 'P-alpha', level: 'sure', others: 0, openId: await world.published('P-alpha') },
      },
    ]);
    expect([total, counts.decide]).toEqual([1, 1]);
    expect(await listsOf('alpha')).toEqual(['decide']);
  });

  it('takes buyer and number for one contract without asking, whatever came first', async () => {
    const contractId = await ours('beta', 'P-beta');
    await world.publish(recordOf('beta'));
    expect((await api().compare.query({ list: 'both', text: 'beta' })).rows).toMatchObject([
      { id: contractId, match: null, decision: null },
    ]);
  });

  it('keeps apart what only we have, and what the same buyer publishes and nobody follows', async () => {
    await ours('gamma');
    await world.publish(recordOf('delta'));
    expect([await count('here', 'gamma'), await count('there', 'gamma')]).toEqual([1, 0]);
    expect([await count('here', 'delta'), await count('there', 'delta')]).toEqual([0, 1]);
  });

  it('leaves out what other buyers publish', async () => {
    await world.publish(recordOf('epsilon', { acheteur: { id: '22990002200018' } }));
    expect(await count('there', 'epsilon')).toBe(0);
  });

  it('keeps a social consideration that is not published apart from none', async () => {
    await world.publish(
      recordOf('zeta oui'),
      recordOf('zeta aucune', {
        considerationsSociales: { considerationSociale: ['Pas de considération sociale'] },
      }),
      recordOf('zeta muet', { considerationsSociales: undefined }),
    );
    const answers = async (social: 'yes' | 'none' | 'unknown') =>
      (await api().compare.query({ list: 'there', text: 'zeta', social })).rows.map((row) => [row.object, row.social]);
    expect(await answers('yes')).toEqual([['Nettoyage zeta oui', 'yes']]);
    expect(await answers('none')).toEqual([['Nettoyage zeta aucune', 'none']]);
    expect(await answers('unknown')).toEqual([['Nettoyage zeta muet', 'unknown']]);
  });

  it('filters what is to decide by how sure it is, and by words', async () => {
    await ours('eta');
    await world.publish(recordOf('eta', { montant: 1_990_000, titulaires: [] }));
    const levels = async (level: 'sure' | 'likely' | 'possible') =>
      (await api().compare.query({ text: 'eta', level })).rows.length;
    const [row] = (await api().compare.query({ text: 'eta' })).rows;
    expect(row?.match?.level).not.toBe('sure');
    expect(await levels('sure')).toBe(0);
    expect(await levels(row?.match?.level === 'likely' ? 'likely' : 'possible')).toBe(1);
    expect((await api().compare.query({ text: 'eta introuvable' })).rows).toEqual([]);
  });

  it('asks as many statements for one row as for many', async () => {
    const counting = countStatements(world.product, world.facilitator);
    const ask = (list: 'decide' | 'there' | 'both') => (procedures: { published: { compare: CallCompare } }) =>
      procedures.published.compare({ list });
    const before = [await counting.count(ask('decide')), await counting.count(ask('there'))];
    for (let at = 0; at < 8; at++) await ours(`theta${at}`);
    await world.publish(
      ...Array.from({ length: 8 }, (_, at) => recordOf(`theta${at}`)),
      ...Array.from({ length: 8 }, (_, at) => recordOf(`iota${at}`)),
    );
    expect((await api().compare.query({})).total).toBeGreaterThanOrEqual(8);
    expect([await counting.count(ask('decide')), await counting.count(ask('there'))]).toEqual(before);
    await counting.close();
  });

  it('is nothing to another team, and refused to buyers, companies, partners', async () => {
    expect((await world.stranger.client.published.compare.query({})).counts).toEqual({
      ...{ decide: 0, both: 0, here: 0, there: 0, later: 0, aside: 0 },
    });
    for (const who of [world.buyer, world.employer, world.partner, world.administrator]) {
      expect(await refusalOf(who.client.published.compare.query({}))).toBe('access.not_allowed');
    }
  });
});

type CallCompare = (input: { list: 'decide' | 'there' | 'both' }) => Promise<unknown>;

describe('published.showPairs', () => {
  it('puts the candidates beside ours, with what differs and what is not said', async () => {
    const contractId = await ours('kappa');
    await world.publish(
      recordOf('kappa', {
        considerationsSociales: undefined,
        titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: mason } }],
      }),
    );
    const { ours: own, pairs, trail } = await api().showPairs.query({ contractId });
    expect(own).toMatchObject({ reference: 'VOI-kappa', followed: true });
    expect(trail).toEqual([]);
    expect(pairs).toMatchObject([
      {
        published: { reference: 'P-kappa', social: 'unknown', followed: false },
        match: { signs: { buyer: 'same', object: 'same', holder: 'different', amount: 'same' } },
        decision: null,
      },
    ]);
  });

  it('knows only contracts that the team follows', async () => {
    await world.publish(recordOf('lambda'));
    const contractId = await world.published('P-lambda');
    expect(await refusalOf(api().showPairs.query({ contractId }))).toBe('published.own_not_found');
    const mine = await ours('lambda mine');
    expect(await refusalOf(world.stranger.client.published.showPairs.query({ contractId: mine }))).toBe(
      'published.own_not_found',
    );
  });
});
