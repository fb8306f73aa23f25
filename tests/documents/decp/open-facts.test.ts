import { mergeContract } from '@jonction/documents/decp/merge';
import { openFactsOf } from '@jonction/documents/decp/open-facts';
import type { DecpRecord } from '@jonction/documents/decp/record';
import type { StoredContract } from '@jonction/documents/decp/stored';
import { summaryOf } from '@jonction/documents/decp/summary';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { contractOf, mason, painter, rawContract } from './fixtures.ts';

const amended = (id: number, on: string, changes: Record<string, unknown>) => ({
  modification: { id, dateNotificationModification: on, ...changes },
});

async function stored(...changes: Record<string, unknown>[]): Promise<StoredContract> {
  const [first, ...others] = await Promise.all(changes.map((change) => contractOf(rawContract(change))));
  if (!first) throw new Error('no record');
  return mergeContract(null, [first, ...others]);
}

describe('the events that follow from open data', () => {
  it('are a notification that ends a day before its months are over', async () => {
    expect(openFactsOf(await stored({}))).toEqual([
      {
        key: 'notify',
        type: 'notify',
        on: '2024-03-01',
        recordedOn: '2024-03-12',
        endsOn: '2025-02-28',
        facts: {},
      },
    ]);
  });

  it('are an extension for each amendment that lengthens, and none for one that does not', async () => {
    const facts = openFactsOf(
      await stored({
        modifications: [
          amended(1, '2024-05-02', { dureeMois: 18 }),
          amended(2, '2024-06-02', { dureeMois: 18, montant: 130_000 }),
          amended(3, '2024-07-02', { dureeMois: 6 }),
          amended(4, '2024-08-02', { dureeMois: 24 }),
        ],
      }),
    );
    expect(facts.map(({ type, on, endsOn }) => [type, on, endsOn])).toEqual([
      ['notify', '2024-03-01', '2025-02-28'],
      ['extend', '2024-05-02', '2025-08-31'],
      ['extend', '2024-08-02', '2026-02-28'],
    ]);
  });

  it('begin with the first lot and last as long as the longest', async () => {
    const facts = openFactsOf(
      await stored(
        { objet: 'École - lot 1 : murs', dateNotification: '2024-04-01', dureeMois: 6 },
        { objet: 'École - lot 2 : toits', dateNotification: '2024-03-01', dureeMois: 12 },
      ),
    );
    expect(facts).toMatchObject([{ type: 'notify', on: '2024-03-01', endsOn: '2025-02-28' }]);
  });

  it('take an amendment dated before the notification as of its day', async () => {
    const facts = openFactsOf(await stored({ modifications: [amended(1, '2023-01-01', { dureeMois: 24 })] }));
    expect(facts[1]?.on).toBe('2024-03-01');
  });

  it('are known from the publication of the amendment, else of the contract', async () => {
    const facts = openFactsOf(
      await stored({
        modifications: [
          amended(1, '2024-05-02', { dureeMois: 18, datePublicationDonneesModification: '2024-05-20' }),
          amended(2, '2024-06-02', { dureeMois: 24 }),
        ],
      }),
    );
    expect(facts.map(({ recordedOn }) => recordedOn)).toEqual(['2024-03-12', '2024-05-20', '2024-03-12']);
  });

  it('are none where no day is published', async () => {
    expect(openFactsOf(await stored({ dateNotification: null }))).toEqual([]);
  });
});

describe('the contract as the register shows it', () => {
  it('applies the amendments, but not the 1 € of an amended price list', async () => {
    const summary = summaryOf(
      await stored({
        modifications: [
          amended(1, '2024-05-02', { montant: 150_000 }),
          amended(2, '2024-06-02', {
            montant: 1,
            titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: mason } }],
          }),
        ],
      }),
    );
    expect(summary.amountCents).toBe(15_000_000);
    expect(summary.lots[0]?.holders.map(({ id }) => id)).toEqual([mason]);
  });

  it('adds the lots, and says no amount where one of them has none', async () => {
    const lots = [{ objet: 'École - lot 1 : murs' }, { objet: 'École - lot 2 : toits', montant: null }];
    expect(
      summaryOf(await stored({ objet: 'École - lot 1 : murs' }, { objet: 'École - lot 2 : toits' })).amountCents,
    ).toBe(24_000_100);
    expect(summaryOf(await stored(...lots)).amountCents).toBeNull();
  });

  it('puts the holder published first in front, each once', async () => {
    const holders = [painter, mason, painter].map((id) => ({ titulaire: { typeIdentifiant: 'SIRET', id } }));
    expect(summaryOf(await stored({ titulaires: holders })).lots[0]?.holders.map(({ id }) => id)).toEqual([
      painter,
      mason,
    ]);
  });

  it('knows what one lot says even where another says nothing', async () => {
    const silent = { objet: 'École - lot 2 : toits', considerationsSociales: undefined };
    expect(summaryOf(await stored({ objet: 'École - lot 1 : murs' }, silent)).social).toEqual(['Clause sociale']);
    expect(summaryOf(await stored(silent)).social).toBeNull();
  });
});

describe('whatever the order of the publications', () => {
  let records: DecpRecord[];
  beforeAll(async () => {
    records = await Promise.all(
      [
        {},
        { datePublicationDonnees: '2024-04-01', modifications: [amended(1, '2024-05-02', { dureeMois: 18 })] },
        { datePublicationDonnees: '2024-04-01', modifications: [amended(2, '2024-06-02', { dureeMois: 24 })] },
        { objet: 'École - lot 2 : toits', dureeMois: 30, titulaires: [{ titulaire: { id: mason } }] },
      ].map((change) => contractOf(rawContract(change))),
    );
  });

  it('the events and the contract are the same', () => {
    const [first, ...others] = records;
    if (!first) throw new Error('no record');
    const whole = mergeContract(null, [first, ...others]);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        let state: StoredContract | null = null;
        for (const record of shuffled) state = mergeContract(state, [record]);
        if (!state) throw new Error('no record');
        expect(openFactsOf(state)).toEqual(openFactsOf(whole));
        expect(summaryOf(state)).toEqual(summaryOf(whole));
      }),
    );
  });
});
