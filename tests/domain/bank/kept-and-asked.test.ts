import { runAlert, setAlertSchema } from '@jonction/domain/bank/alert';
import { isFirstName } from '@jonction/domain/bank/first-names';
import { isCrowded, openCapInput, openCapSetting } from '@jonction/domain/bank/open-cap';
import { bankPermissions } from '@jonction/domain/bank/permissions';
import { pinPoolSchema, poolsOf } from '@jonction/domain/bank/pool';
import { goesOn, holdsNumberOrAddress, listQueriesSchema } from '@jonction/domain/bank/query';
import { askedBy, readSavedFilters, saveSearchSchema } from '@jonction/domain/bank/search';
import {
  addedTo,
  createShortlistSchema,
  mostInShortlist,
  noteInShortlistSchema,
} from '@jonction/domain/bank/shortlist';
import { addWordSchema } from '@jonction/domain/bank/word';
import { plainWords } from '@jonction/domain/reference/plain-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

describe('a query that goes on with the one before', () => {
  it.each([
    ['a letter more, while typing', 'net', 1000, 'nett', true],
    ['other words, while still typing', 'peintre', 5000, 'maçon', true],
    ['other words, after a pause', 'peintre', 5001, 'maçon', false],
    ['a word more, a minute later', 'peintre', 60_000, 'Peintre en bâtiment', true],
    ['a word less, a minute later', 'peintre en bâtiment', 60_000, 'peintre', true],
    ['the same words, two minutes later', 'peintre', 120_000, 'peintre', true],
    ['the same words, later still', 'peintre', 120_001, 'peintre', false],
    ['filters alone, twice', null, 60_000, null, true],
    ['words after filters alone', null, 1000, 'peintre', false],
    ['filters alone after words', 'peintre', 1000, null, false],
  ])('%s', (_, words, agoMs, next, expected) => {
    expect(goesOn({ words, agoMs }, next)).toBe(expected);
  });
});

describe('words that are nobody else’s business', () => {
  it.each([
    ['06 12 34 56 78', true],
    ['dossier 4.5.6', true],
    ['ida@val.example', true],
    ['12', true],
    ['n° 12', false],
    ['CACES R489', true],
    ['caces 3', false],
    ['niveau B2', false],
    ['peintre 13e', false],
    ['', false],
  ])('"%s" holds a number or an address: %s', (words, expected) => {
    expect(holdsNumberOrAddress(words)).toBe(expected);
  });

  it.each(['Fatoumata', 'Stéphane', 'NOÉMIE', 'Mme', 'Aïcha'])('"%s" is about somebody', (name) => {
    expect(plainWords(name).some(isFirstName)).toBe(true);
  });

  it.each(['peintre', 'Marseille', 'carreleur', 'plongeuse', 'rosace'])('"%s" is about nobody', (word) => {
    expect(plainWords(word).some(isFirstName)).toBe(false);
  });
});

describe('an alert', () => {
  const find = (participantId: string, given = {}) => ({
    participantId,
    known: false,
    told: false,
    read: false,
    ...given,
  });

  it.each([
    ['found for the first time', [], ['a'], ['a'], ['a']],
    ['known when the alert began', [find('a', { known: true })], ['a'], [], []],
    ['told already', [find('a', { told: true })], ['a'], [], []],
    ['read on the screen meanwhile', [find('a', { read: true })], ['a'], [], []],
    ['found before and not told yet', [find('a')], ['a', 'b'], ['b'], ['a', 'b']],
    ['found twice at once', [], ['a', 'a'], ['a'], ['a']],
    ['not found any more, and not told yet', [find('a')], [], [], ['a']],
    ['nobody', [], [], [], []],
  ])('of somebody %s', (_, before, found, added, toTell) => {
    expect(runAlert(before, found)).toEqual({ added, toTell });
  });

  it('is set to a pace of ours, or to none', () => {
    expect(refusalsOf(setAlertSchema, { searchId: idOf(1), pace: null })).toEqual([]);
    expect(fieldsRefused(setAlertSchema, { searchId: idOf(1), pace: 'hourly' })).toEqual(['pace']);
  });
});

describe('a shortlist', () => {
  const ids = fc.array(fc.nat(400).map(String), { maxLength: 300 });

  it('loses nobody: each wanted once is added, there already, or over', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400).map(String), { maxLength: mostInShortlist }), ids, (held, wanted) => {
        const { added, already, over } = addedTo(held, wanted);
        expect([...added, ...already, ...over].sort()).toEqual([...new Set(wanted)].sort());
        expect(held.length + added.length).toBeLessThanOrEqual(mostInShortlist);
        expect(over.length === 0 || held.length + added.length === mostInShortlist).toBe(true);
        expect(added.some((id) => held.includes(id))).toBe(false);
      }),
    );
  });

  it.each([
    [{ name: ' ' }, ['name: bank.list_name_missing']],
    [{ name: 'x'.repeat(81) }, ['name: bank.name_too_long']],
    [{ participantIds: [] }, ['participantIds: bank.nobody_chosen']],
    [{ participantIds: Array(201).fill(idOf(1)) }, ['participantIds: bank.list_full']],
    [{}, []],
  ])('is made with a name and somebody: %#', (given, refusals) => {
    expect(
      refusalsOf(createShortlistSchema, { name: 'Propreté du soir', participantIds: [idOf(1)], ...given }),
    ).toEqual(refusals);
  });

  it('takes a note of 500 signs, and none', () => {
    const note = { shortlistId: idOf(1), participantId: idOf(2) };
    expect(refusalsOf(noteInShortlistSchema, { ...note, note: null })).toEqual([]);
    expect(refusalsOf(noteInShortlistSchema, { ...note, note: 'x'.repeat(501) })).toEqual(['note: bank.note_too_long']);
  });
});

describe('pools', () => {
  const demand = (code: string, offers: number, positions = offers) => ({ code, offers, positions });

  it('are of what comes back, the most asked first', () => {
    const pools = poolsOf(
      [demand('A1101', 1, 9), demand('K2204', 2, 2), demand('F1703', 2, 5), demand('N1103', 3)],
      [],
    );
    expect(pools.map(({ code }) => code)).toEqual(['N1103', 'F1703', 'K2204']);
  });

  it('hold what was pinned by hand, asked for or not', () => {
    expect(poolsOf([demand('A1101', 1)], ['A1101', 'K2204'])).toEqual([
      { code: 'A1101', offers: 1, positions: 1, pinned: true },
      { code: 'K2204', offers: 0, positions: 0, pinned: true },
    ]);
  });

  it('come in one order, whatever the order given', () => {
    const demands = fc.uniqueArray(
      fc.record({ code: fc.constantFrom('A1', 'B2', 'C3', 'D4'), offers: fc.nat(3), positions: fc.nat(2) }),
      {
        selector: ({ code }) => code,
      },
    );
    fc.assert(
      fc.property(demands, fc.subarray(['A1', 'Z9']), (given, pinned) => {
        expect(poolsOf([...given].reverse(), [...pinned].reverse())).toEqual(poolsOf(given, pinned));
      }),
    );
  });

  it('are pinned by a code of the reference', () => {
    expect(refusalsOf(pinPoolSchema, { code: 'Z1', pinned: true })).toEqual(['code: participant.occupation_unknown']);
  });
});

describe('a search that is kept', () => {
  it('forgets the page it was on, and whom it was asked for', () => {
    const kept = saveSearchSchema.parse({
      name: ' Val ',
      filters: { page: 9, pageSize: 5, ownerId: idOf(1), text: 'maçon' },
      columns: [],
    });
    expect(kept).toMatchObject({ name: 'Val', shared: false, filters: { text: 'maçon', mine: false } });
    for (const lost of ['page', 'pageSize', 'ownerId']) expect(kept.filters).not.toHaveProperty(lost);
  });

  it('is followed by whoever opens it, not by whoever kept it', () => {
    const mine = readSavedFilters({ mine: true, status: 'available' });
    expect(askedBy(mine, 'ida')).toMatchObject({ ownerId: 'ida', status: 'available' });
    expect(askedBy(mine, 'ben')).toMatchObject({ ownerId: 'ben' });
    expect(askedBy(readSavedFilters({}), 'ida')).toMatchObject({ ownerId: null });
  });

  it('opens whatever an older or a later version wrote', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(() => readSavedFilters(stored)).not.toThrow();
      }),
    );
    expect(readSavedFilters({ status: 'retired' })).toEqual(readSavedFilters({}));
  });
});

describe('words and caps of a structure', () => {
  it.each([
    ['femme toutes mains', []],
    ['x', ['words: bank.word_missing']],
    ['de la', ['words: bank.word_missing']],
    ['!?', ['words: bank.word_missing']],
    ['ida@val.example', ['words: bank.word_not_a_word']],
    ['dossier 123', ['words: bank.word_not_a_word']],
    ['x'.repeat(61), ['words: bank.word_too_long']],
  ])('"%s"', (words, refusals) => {
    expect(refusalsOf(addWordSchema, { words, code: 'A1405' })).toEqual(refusals);
  });

  it.each([[0], [51], [2.5], ['three']])('take no cap of %s', (most) => {
    expect(refusalsOf(openCapInput, { most })).toEqual(['most: bank.open_cap_wrong']);
  });

  it('say somebody crowded at the cap, three where nothing can be read', () => {
    expect(openCapSetting.parse({})).toEqual({ most: 3 });
    expect(openCapSetting.parse({ openProposals: 99 })).toEqual({ most: 3 });
    expect([2, 3, 4].map((open) => isCrowded(open, 3))).toEqual([false, true, true]);
  });

  it('are the lead’s to decide', () => {
    for (const procedure of ['bank.addWord', 'bank.removeWord', 'bank.listQueries', 'bank.forgetQuery'] as const) {
      expect(bankPermissions[procedure].who).toEqual(['lead']);
    }
    expect(listQueriesSchema.parse({})).toEqual({ view: 'nothing', months: 3, page: 1 });
    expect(fieldsRefused(listQueriesSchema, { months: 13 })).toEqual(['months']);
  });
});
