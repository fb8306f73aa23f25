import { legalPermissions } from '@jonction/domain/legal/permissions';
import { legalScopes, legalStateOn, legalStates } from '@jonction/domain/legal/scope';
import { daysBetweenLetters, keptScope, mayWrite, needsWords, saveTextSchema } from '@jonction/domain/legal/text';
import { texts2020 } from '@jonction/domain/legal/texts-2020';
import { legalWords } from '@jonction/domain/legal/words';
import { addDays, isDay } from '@jonction/domain/shared/day';
import { hasSentence, sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2020-01-01', days));

describe('where a text stands on a day', () => {
  const ordinance = { validFrom: '2020-03-12', validTo: '2020-07-23' };

  it.each([
    ['2020-03-11', 'coming'],
    ['2020-03-12', 'in_force'],
    ['2020-07-23', 'in_force'],
    ['2020-07-24', 'ended'],
  ])('on %s is %s', (on, state) => {
    expect(legalStateOn(ordinance, on)).toBe(state);
  });

  it('never ends where no end is said', () => {
    expect(legalStateOn({ validFrom: '2020-05-01', validTo: null }, '2099-12-31')).toBe('in_force');
  });

  it('goes one way only as days pass', () => {
    fc.assert(
      fc.property(day, fc.option(fc.nat(500)), day, fc.nat(500), (validFrom, length, on, later) => {
        const text = { validFrom, validTo: length === null ? null : addDays(validFrom, length) };
        const at = (when: string) => legalStates.indexOf(legalStateOn(text, when));
        expect(at(addDays(on, later))).toBeGreaterThanOrEqual(at(on));
      }),
    );
  });
});

describe('whether a buyer may be written to', () => {
  const text = { validTo: null, lastLetterOn: null };

  it('may, about a text that counts, the first time', () => {
    expect(mayWrite(text, '2026-03-10').ok).toBe(true);
    expect(mayWrite({ ...text, validTo: '2026-03-10' }, '2026-03-10').ok).toBe(true);
  });

  it('may not once the text ended', () => {
    const answer = mayWrite({ ...text, validTo: '2026-03-09' }, '2026-03-10');
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'legal.text_ended', facts: { day: '2026-03-09' } } });
  });

  it('may not within three days of the last letter, and is told from when', () => {
    for (let after = 0; after < daysBetweenLetters; after++) {
      const answer = mayWrite({ ...text, lastLetterOn: '2026-03-10' }, addDays('2026-03-10', after));
      expect(answer).toMatchObject({
        ok: false,
        refusal: { code: 'legal.written_lately', facts: { day: '2026-03-13' } },
      });
    }
    expect(mayWrite({ ...text, lastLetterOn: '2026-03-10' }, '2026-03-13').ok).toBe(true);
  });

  it('once it may again, it may on every later day of the text', () => {
    fc.assert(
      fc.property(day, fc.nat(100), fc.nat(100), (lastLetterOn, wait, more) => {
        const on = addDays(lastLetterOn, wait);
        if (mayWrite({ validTo: null, lastLetterOn }, on).ok)
          expect(mayWrite({ validTo: null, lastLetterOn }, addDays(on, more)).ok).toBe(true);
      }),
    );
  });

  it('says each refusal in a sentence', () => {
    for (const code of ['legal.text_ended', 'legal.written_lately']) {
      expect(hasSentence(legalWords, code)).toBe(true);
      expect(sentence(legalWords, 'fr', code, { day: '2026-03-13' })).toContain('13');
    }
  });
});

describe('a text that is kept', () => {
  const buyer = '0198c0de-0000-7000-8000-000000000001';
  const given = {
    ...{ textId: null, version: null, title: ' Note ', source: 'note', summary: 'Rien ne change.', url: null },
    ...{ fileId: null, validFrom: '2026-01-01', validTo: null, scope: 'national' as const },
  };
  const messageOf = (changes: object) => {
    const answer = saveTextSchema.safeParse({ ...given, ...changes });
    return answer.error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`);
  };

  it('needs a title, a reference, some words and a first day', () => {
    expect(saveTextSchema.parse(given)).toMatchObject({ title: 'Note', keepFile: false, scopeBuyerId: null });
    expect(messageOf({ title: ' ' })).toEqual(['title: legal.title_missing']);
    expect(messageOf({ source: '' })).toEqual(['source: legal.source_missing']);
    expect(messageOf({ summary: '' })).toEqual(['summary: legal.summary_missing']);
    expect(messageOf({ validFrom: '' })?.length).toBe(1);
  });

  it('takes a link of the web alone, and that a safe one', () => {
    expect(messageOf({ url: 'https://www.legifrance.gouv.fr/x' })).toBeUndefined();
    for (const url of ['http://exemple.test', 'javascript:alert(1)', 'legifrance.gouv.fr', 'data:text/html,x'])
      expect(messageOf({ url }), url).toEqual(['url: legal.url_wrong']);
  });

  it('ends no sooner than it begins', () => {
    expect(messageOf({ validTo: '2026-01-01' })).toBeUndefined();
    expect(messageOf({ validTo: '2025-12-31' })).toEqual(['validTo: legal.days_reversed']);
  });

  it('says for whom, where its scope asks for it', () => {
    expect(messageOf({ scope: 'buyer' })).toEqual(['scopeBuyerId: legal.scope_buyer_missing']);
    expect(messageOf({ scope: 'buyer', scopeBuyerId: buyer })).toBeUndefined();
    for (const scope of ['territory', 'contract_kind']) {
      expect(messageOf({ scope, scopeWords: ' ' })).toEqual(['scopeWords: legal.scope_words_missing']);
      expect(messageOf({ scope, scopeWords: 'Paris' })).toBeUndefined();
    }
    expect(messageOf({ scope: 'planet' })?.length).toBe(1);
  });

  it('keeps of a scope what that scope asks for, and nothing left in the form', () => {
    const both = { scopeWords: 'Paris', scopeBuyerId: buyer };
    expect(keptScope({ ...both, scope: 'national' })).toEqual({
      scope: 'national',
      scopeWords: null,
      scopeBuyerId: null,
    });
    expect(keptScope({ ...both, scope: 'buyer' })).toEqual({ scope: 'buyer', scopeWords: null, scopeBuyerId: buyer });
    expect(keptScope({ ...both, scope: 'territory' })).toMatchObject({ scopeWords: 'Paris', scopeBuyerId: null });
    for (const scope of legalScopes) {
      const kept = keptScope({ ...both, scope });
      expect(kept.scopeWords !== null).toBe(needsWords(scope));
    }
  });
});

describe('the texts of 2020', () => {
  it('are cited, dated and told in words of ours, each known by one code', () => {
    expect(new Set(texts2020.map(({ code }) => code)).size).toBe(texts2020.length);
    for (const { code, title, source, summary, url, validFrom, validTo } of texts2020) {
      expect(code).toMatch(/^[a-z0-9-]{1,60}$/);
      for (const words of [title, source, summary]) expect(words.trim().length, code).toBeGreaterThan(3);
      expect(summary.length).toBeLessThanOrEqual(2000);
      expect(isDay(validFrom)).toBe(true);
      if (validTo !== null) expect(validTo >= validFrom).toBe(true);
      if (url !== null) expect(url).toMatch(/^https:\/\/www\.legifrance\.gouv\.fr\//);
    }
  });

  it('hold three ranges of days apart: the emergency, the ordinance, the payer of leaves', () => {
    const days = (code: string) => {
      const text = texts2020.find((one) => one.code === code);
      return [text?.validFrom, text?.validTo];
    };
    expect(days('loi-2020-290')).toEqual(['2020-03-24', '2020-07-10']);
    expect(days('ordonnance-2020-319')).toEqual(['2020-03-12', '2020-07-23']);
    expect(days('loi-2020-473-article-20')).toEqual(['2020-05-01', null]);
  });
});

describe('who may', () => {
  it('leaves the library to the team, what was received to buyers, and a link to its holder', () => {
    const of = (name: keyof typeof legalPermissions): readonly string[] => legalPermissions[name].who;
    for (const name of ['legal.list', 'legal.show', 'legal.save', 'legal.adopt', 'legal.send'] as const)
      expect(of(name), name).toEqual(['facilitator', 'lead']);
    for (const name of ['legal.listReceived', 'legal.openReceived'] as const) expect(of(name)).toEqual(['buyer']);
    for (const name of ['legal.describeLink', 'legal.openLink'] as const) expect(of(name)).toEqual(['anybody']);
  });
});
