import { legalStateOn } from '@jonction/domain/legal/scope';
import { keptScope, mayWrite, saveTextSchema } from '@jonction/domain/legal/text';
import { texts2020 } from '@jonction/domain/legal/texts-2020';
import { describe, expect, it } from 'vitest';

const days = [
  '2020-03-11',
  '2020-03-12',
  '2020-03-23',
  '2020-03-24',
  '2020-04-30',
  '2020-05-01',
  '2020-07-10',
  '2020-07-11',
  '2020-07-23',
  '2020-07-24',
] as const;

/** Each text on each of those days, as its own dates say: `.` coming, `x` in force, `-` over. */
const byHand: Readonly<Record<string, string>> = {
  'loi-2020-290': '...xxxx---',
  'ordonnance-2020-319': '.xxxxxxxx-',
  'ordonnance-2020-319-article-4': '.xxxxxxxx-',
  'ordonnance-2020-319-article-6': '.xxxxxxxx-',
  'loi-2020-473-article-20': '.....xxxxx',
  'note-heures-avril-2020': '...xxxx---',
};

describe('the texts of the spring of 2020, day by day', () => {
  it.each(texts2020.map((text) => [text.code, text] as const))('%s counts on its own days alone', (code, text) => {
    const signs = { coming: '.', in_force: 'x', ended: '-' };
    expect(days.map((day) => signs[legalStateOn(text, day)]).join('')).toBe(byHand[code]);
  });

  it('are all told here, and no other', () => {
    expect(texts2020.map(({ code }) => code).toSorted()).toEqual(Object.keys(byHand).toSorted());
  });

  it('can be kept in a library as they stand, for everybody', () => {
    for (const { code: _, ...text } of texts2020) {
      const form = { ...text, textId: null, version: null, fileId: null, scope: 'national', scopeWords: null };
      expect(saveTextSchema.safeParse(form).error?.issues, text.title).toBeUndefined();
    }
  });

  it('say in their words the days that they hold', () => {
    const summary = (code: string) => texts2020.find((one) => one.code === code)?.summary;
    expect(summary('loi-2020-290')).toContain('du 24 mars au 10 juillet 2020');
    expect(summary('ordonnance-2020-319')).toContain('du 12 mars au 23 juillet 2020');
    expect(summary('loi-2020-473-article-20')).toContain('1er mai 2020');
  });
});

describe('a letter about a text', () => {
  it.each([
    // Three days after the last one at the earliest, over the ends of months and years.
    ['2020-02-27', '2020-02-29', '2020-03-01'],
    ['2021-02-27', '2021-03-01', '2021-03-02'],
    ['2020-12-30', '2021-01-01', '2021-01-02'],
    ['2020-07-20', '2020-07-22', '2020-07-23'],
  ])('that left on %s is not sent again on %s, but on %s', (lastLetterOn, early, from) => {
    expect(mayWrite({ validTo: null, lastLetterOn }, early)).toEqual({
      ok: false,
      refusal: { code: 'legal.written_lately', facts: { day: from } },
    });
    expect(mayWrite({ validTo: null, lastLetterOn }, from)).toEqual({ ok: true, value: null });
  });

  it('may tell of a text that is still to come, and of one on its last day', () => {
    expect(legalStateOn({ validFrom: '2020-07-01', validTo: '2020-07-23' }, '2020-06-01')).toBe('coming');
    expect(mayWrite({ validTo: '2020-07-23', lastLetterOn: null }, '2020-06-01').ok).toBe(true);
    expect(mayWrite({ validTo: '2020-07-23', lastLetterOn: null }, '2020-07-23').ok).toBe(true);
  });

  it('is refused for the end of the text before it is for the last letter: waiting would not help', () => {
    expect(mayWrite({ validTo: '2020-07-23', lastLetterOn: '2020-07-23' }, '2020-07-24')).toMatchObject({
      refusal: { code: 'legal.text_ended', facts: { day: '2020-07-23' } },
    });
  });
});

describe('for whom a text counts', () => {
  const buyer = '0198c0de-0000-7000-8000-000000000001';

  it.each([
    ['national', null, null],
    ['territory', 'Val d’Orne', null],
    ['contract_kind', 'Val d’Orne', null],
    ['buyer', null, buyer],
  ] as const)('%s keeps its own words and buyer alone', (scope, words, id) => {
    const kept = keptScope({ scope, scopeWords: 'Val d’Orne', scopeBuyerId: buyer });
    expect(kept).toEqual({ scope, scopeWords: words, scopeBuyerId: id });
  });
});
