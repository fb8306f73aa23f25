import { describe, expect, it } from 'vitest';
import AnswerRows from '../../../../apps/web/src/lib/census/AnswerRows.svelte';
import { answersOf, pageOf } from '../../../../apps/web/src/lib/census/answer-form.ts';
import type { Answered, AskedRow } from '../../../../apps/web/src/lib/census/campaign.ts';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

const today = '2020-04-12';
const row = (changes: Partial<AskedRow> = {}): AskedRow => ({
  ...{ campaignId: 'k1', contractId: 'c1', reference: '2020-031', object: 'Réfection du préau "A" & <cour>' },
  ...{ holderNames: ['Bâtisseurs réunis'], directorateName: null, status: 'active', since: '2020-01-13' },
  ...{ endsOn: '2020-12-19', saidOn: '2020-01-13', before: null, answer: null },
  fitting: ['no_change', 'stop', 'suspend', 'extend', 'complete', 'terminate'],
  ...changes,
});
const given = {
  ...{ answer: 'suspend', on: '2020-03-17', endsOn: null, until: '2020-05-11', legalBasis: 'OS nº 3', note: null },
  ...{ source: 'buyer_answer', recordedOn: '2020-04-10' },
} as const satisfies AskedRow['answer'];
const page = (
  rows: AskedRow[],
  more: Partial<Parameters<typeof draw<typeof AnswerRows>>[1]> = {},
  locale: 'fr' | 'en' = 'fr',
) =>
  draw(
    AnswerRows,
    { rows, waiting: rows.filter(({ answer }) => answer === null).length, today, action: '?/repondre', ...more },
    locale,
  );
const rowsOf = (drawn: ReturnType<typeof page>) => all(one(drawn, 'ul'), 'li');
const refused = (changes: Partial<Answered['refused'][number]> = {}): Answered => ({
  kept: [],
  refused: [{ contractId: 'c1', field: 'legalBasis', sentence: 'Écrivez l’acte.', ...changes }],
});

describe('contracts asked about, before any script', () => {
  it('say of each what is known: where it stands, since when, until when, and the last news', () => {
    const [drawn] = rowsOf(page([row()]));
    const said = drawn ? words(drawn) : '';
    expect(said).toContain('Réfection du préau "A" & <cour>');
    expect(said).toContain('2020-031 · Bâtisseurs réunis');
    expect(said).toMatch(
      /en cours\s+depuis le 13\sjanv\.\s2020 · fin le 19\sdéc\.\s2020 · dernière nouvelle le 13\sjanv\.\s2020/,
    );
  });

  it('say plainly that nobody ever confirmed one', () => {
    expect(words(page([row({ saidOn: null })]))).toContain('jamais confirmé');
  });

  it('are each answered by one button, which names its contract to whoever hears the page', () => {
    const drawn = page([row(), row({ contractId: 'c2', object: 'Toitures' })]);
    const quick = all(drawn, 'button').filter((button) => attribute(button, 'name') === 'quick');
    expect(quick.map((button) => attribute(button, 'value'))).toEqual(['c1', 'c2']);
    expect(attribute(quick[1] ?? drawn, 'aria-label')).toMatch(/^Sans changement\s: Toitures$/);
    expect(all(drawn, 'form').map((form) => [attribute(form, 'method'), attribute(form, 'action')])).toEqual([
      ['post', '?/repondre'],
    ]);
  });

  it('save what is filled on Enter: the first button of the form says "no change" of nothing', () => {
    const [first] = all(one(page([row()]), 'form'), 'button');
    expect([
      attribute(first ?? one(page([row()]), 'form'), 'name'),
      attribute(first ?? one(page([row()]), 'form'), 'tabindex'),
    ]).toEqual(['save', '-1']);
  });

  it('propose what fits each, and nothing else', () => {
    const drawn = page([row({ status: 'suspended', fitting: ['no_change', 'resume', 'extend', 'terminate'] })]);
    const options = all(one(drawn, 'select'), 'option').map((option) => attribute(option, 'value'));
    expect(options).toEqual(['', 'no_change', 'resume', 'extend', 'terminate']);
  });

  it('are of today unless another day is typed', () => {
    const [day] = all(page([row()]), 'input').filter((input) => attribute(input, 'name') === 'on:c1');
    expect(attribute(day ?? one(page([row()]), 'form'), 'value')).toBe(today);
  });

  it('can be answered all at once where several wait, and only then', () => {
    const together = (rows: AskedRow[]) =>
      all(page(rows), 'button').filter((button) => attribute(button, 'name') === 'all').length;
    expect(together([row(), row({ contractId: 'c2' })])).toBe(1);
    expect(together([row()])).toBe(0);
    expect(together([row({ answer: given })])).toBe(0);
  });

  it('say how many are left, and thank whoever answered all', () => {
    expect(words(page([row(), row({ contractId: 'c2' })]))).toContain('Il reste 2 marchés sans réponse');
    expect(words(page([row({ answer: given })]))).toContain('Tout est répondu.');
    expect(words(page([row(), row({ contractId: 'c2' })], {}, 'en'))).toContain(
      '2 contracts are left without an answer',
    );
  });

  it('tell the answer with its days, its act and who gave it, and let it be corrected', () => {
    const drawn = page([row({ answer: given, status: 'suspended' })]);
    const said = words(drawn);
    expect(said).toMatch(
      /Répondu\s: suspension par ordre de service · depuis le 17\smars\s2020 · jusqu’au 11\smai\s2020, prévu · OS nº 3 · réponse de l’acheteur · 10\savr\.\s2020/,
    );
    expect(said).toContain('Corriger');
    expect(all(drawn, 'button').filter((button) => attribute(button, 'name') === 'quick')).toEqual([]);
  });

  it('tell how each stood when the census before closed, where it differs', () => {
    const before = { status: 'stopped', endsOn: '2020-12-19', on: '2020-03-25' } as const;
    expect(words(page([row({ before })]))).toMatch(
      /Au recensement clos le 25\smars\s2020\s: arrêté, fin le 19\sdéc\.\s2020/,
    );
    expect(words(page([row({ before: { ...before, status: 'active' } })]))).not.toContain('Au recensement clos');
  });

  it('are only read once the census is closed', () => {
    const drawn = page([row(), row({ contractId: 'c2', answer: given })], { readonly: true });
    expect(all(drawn, 'details')).toEqual([]);
    expect(all(drawn, 'button').map((button) => attribute(button, 'name'))).toEqual(['save']);
  });
});

describe('what came back', () => {
  const typed = { 'answer:c1': 'suspend', 'on:c1': '2020-03-17', 'answer:c2': 'stop' };

  it('is at its row and field, open, with all that was typed', () => {
    const drawn = page([row(), row({ contractId: 'c2' })], { answered: refused(), typed });
    const [first] = rowsOf(drawn);
    expect(attribute(one(first ?? drawn, 'details'), 'open')).toBe('');
    expect(words(first ?? drawn)).toContain('Écrivez l’acte.');
    const [day] = all(first ?? drawn, 'input').filter((input) => attribute(input, 'name') === 'on:c1');
    expect(attribute(day ?? drawn, 'value')).toBe('2020-03-17');
    expect(words(drawn)).toMatch(/1 réponse est à corriger\s: elle n’est pas enregistrée, rien d’autre n’est perdu\./);
  });

  it('keeps what was typed in the rows that were not sent', () => {
    const drawn = page([row({ answer: given }), row({ contractId: 'c2' })], {
      answered: { kept: ['c1'], refused: [] },
      typed,
    });
    const opened = rowsOf(drawn).map((one) => all(one, 'details').map((details) => attribute(details, 'open') ?? null));
    expect(opened).toEqual([[null], ['']]);
    expect(words(drawn)).toContain('1 réponse enregistrée.');
  });

  it('is all that was typed, where the whole was refused', () => {
    const drawn = page([row()], { refusedWhole: true, typed });
    expect(attribute(one(rowsOf(drawn)[0] ?? drawn, 'details'), 'open')).toBe('');
  });
});

describe('what the form of answers says', () => {
  const form = (...pairs: [string, string][]) => {
    const data = new FormData();
    for (const [name, value] of pairs) data.append(name, value);
    return data;
  };
  const none = { on: null, endsOn: null, until: null, legalBasis: null, note: null };

  it('is "no change" of one row, by its button, whatever is typed elsewhere', () => {
    expect(answersOf(form(['quick', 'c1'], ['answer:c2', 'stop']))).toEqual({
      rows: [{ contractId: 'c1', answer: 'no_change', ...none }],
    });
  });

  it('is "no change" of all that wait', () => {
    expect(answersOf(form(['all', 'yes'], ['answer:c2', 'stop']))).toEqual({ allUnchanged: true });
  });

  it('is every row that is filled, whichever was saved; rows left empty say nothing', () => {
    const data = form(
      ['save', 'c1'],
      ['answer:c1', 'suspend'],
      ['on:c1', '2020-03-17'],
      ['legalBasis:c1', ' OS nº 3 '],
      ['answer:c2', ''],
      ['on:c2', '2020-04-12'],
      ['answer:c3', 'stop'],
    );
    expect(answersOf(data)).toEqual({
      rows: [
        { ...none, contractId: 'c1', answer: 'suspend', on: '2020-03-17', legalBasis: 'OS nº 3' },
        { ...none, contractId: 'c3', answer: 'stop' },
      ],
    });
  });

  it('is nothing when no row is filled', () => {
    expect(answersOf(form(['save', 'filled']))).toEqual({ rows: [] });
  });

  it.each([
    ['2', 2],
    ['', 1],
    ['0', 1],
    ['-3', 1],
    ['deux', 1],
  ])('is of page %j: %d', (typed, page) => {
    expect(pageOf(form(['page', typed]))).toBe(page);
  });
});
