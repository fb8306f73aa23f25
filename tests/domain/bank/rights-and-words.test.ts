import { alertPaces } from '@jonction/domain/bank/alert';
import { bankPermissions } from '@jonction/domain/bank/permissions';
import { savedFiltersSchema } from '@jonction/domain/bank/search';
import { bankWords } from '@jonction/domain/bank/words';
import { hasSentence, sentence, translate } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { fieldsRefused } from '../shared/refusals-of.ts';

const rows = Object.entries(bankPermissions) as [string, { who: readonly string[]; elsewhere: string }][];

/** The lead's alone: what the team asks, and what its words mean. */
const decided = ['bank.listQueries', 'bank.forgetQuery', 'bank.listWords', 'bank.addWord', 'bank.removeWord'];

describe('what the team keeps of its bank', () => {
  it.each(rows)('%s is closed to companies, buyers, partners, links and whoever is not signed in', (_, { who }) => {
    for (const speaker of ['employer', 'buyer', 'partner', 'link', 'anybody', 'signed_in']) {
      expect(who).not.toContain(speaker);
    }
  });

  it.each(rows.filter(([name]) => name !== 'bank.setOpenCap' && !decided.includes(name)))(
    '%s is for every facilitator and lead',
    (_, { who }) => {
      expect(who).toEqual(expect.arrayContaining(['facilitator', 'lead']));
    },
  );

  it('keeps for the lead what the team asks and what its words mean', () => {
    for (const [name, { who }] of rows.filter(([name]) => decided.includes(name))) expect(who, name).toEqual(['lead']);
    expect(rows.filter(([name]) => decided.includes(name))).toHaveLength(decided.length);
  });

  it('opens to the administrator what is a setting, and nothing that names somebody', () => {
    const open = rows.filter(([, { who }]) => who.includes('administrator')).map(([name]) => name);
    expect(open.sort()).toEqual(['bank.setOpenCap', 'bank.showOpenCap']);
  });

  it.each(rows.filter(([name]) => /rename|delete|show(News|Short)|setAlert|markSeen|Shortlist$/.test(name)))(
    '%s finds nothing in another structure',
    (name, { elsewhere }) => {
      if (!name.startsWith('bank.list')) expect(elsewhere).toBe('not_found');
    },
  );
});

describe('the words of the bank', () => {
  const codes = Object.keys(bankWords.fr);

  it('are said in both languages, each in its own', () => {
    expect(Object.keys(bankWords.en)).toEqual(codes);
    for (const code of codes) {
      expect(sentence(bankWords, 'fr', code, { most: 3 })).not.toBe(sentence(bankWords, 'en', code, { most: 3 }));
    }
  });

  it('say every pace of an alert', () => {
    for (const pace of alertPaces) expect(hasSentence(bankWords, `bank.pace.${pace}`)).toBe(true);
  });

  it('say how many searches are too many', () => {
    expect(translate(bankWords, 'fr', 'bank.too_many_searches', { most: 50 })).toContain('50');
  });
});

describe('the filters that a search keeps', () => {
  it.each([
    ['a text longer than anybody types', { text: 'x'.repeat(201) }, 'text'],
    ['more occupations than a list offers', { occupations: Array.from({ length: 21 }, () => 'K2204') }, 'occupations'],
    ['a level of French beyond the scale', { frenchAtLeast: 7 }, 'frenchAtLeast'],
    ['a day in words', { availableOn: 'lundi' }, 'availableOn'],
    ['a situation that does not exist', { status: 'gone' }, 'status'],
    ['a state of the CV that does not exist', { confirmed: 'old' }, 'confirmed'],
    ['a partner who is no id', { partnerId: 'la mission locale' }, 'partnerId'],
    ['a sort that no column has', { sort: 'salary' }, 'sort'],
  ])('refuse %s', (_, change, field) => {
    expect(fieldsRefused(savedFiltersSchema, change)).toEqual([field]);
  });

  it('never keep whose people they were: a shared search asks the reader’s own', () => {
    expect(savedFiltersSchema.parse({ ownerId: '3f0f6a52-8d3e-4b7a-9c58-1d2e3f4a5b6c', mine: true })).toEqual({
      descending: false,
      mine: true,
    });
  });
});
