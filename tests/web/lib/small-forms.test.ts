import { batchActions, batchInput } from '@jonction/domain/positioning/batch';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { isLicenceCode } from '@jonction/domain/reference/licence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankLine, daysOf, draftsOf, keyOf, monthlyHours } from '../../../apps/web/src/lib/hours/draft.ts';
import { readDrafts, rowsOf } from '../../../apps/web/src/lib/hours/draft-form.ts';
import { licenceGroups as askedLicences } from '../../../apps/web/src/lib/offer/licence-groups.ts';
import { facetLink, isChosen } from '../../../apps/web/src/lib/participant/facet-link.ts';
import { licenceGroups, licenceOptions } from '../../../apps/web/src/lib/participant/licence-groups.ts';
import { outcomeState, outcomeStep } from '../../../apps/web/src/lib/participant/states.ts';
import { readBatch } from '../../../apps/web/src/lib/positioning/batch-form.ts';

const worker = { id: 'w1', startsOn: '2026-01-05', endsOn: null, weeklyHours: 35 };
const line = {
  id: 'l1',
  placementId: 'w1',
  kind: 'worked_on_site' as const,
  from: '2026-03-01',
  to: '2026-03-31',
  centihours: 15_167,
  payer: 'employer' as const,
  evidence: ['employer_attestation'],
};

describe('the lines of a month of hours', () => {
  it.each([
    ['2026-03', { ...worker }, '2026-03-01', '2026-03-31'],
    ['2026-02', { ...worker }, '2026-02-01', '2026-02-28'],
    ['2026-01', { ...worker }, '2026-01-05', '2026-01-31'],
    ['2026-03', { ...worker, endsOn: '2026-03-15' }, '2026-03-01', '2026-03-15'],
    ['2026-03', { ...worker, endsOn: '2026-12-31' }, '2026-03-01', '2026-03-31'],
    ['2026-01', { ...worker, startsOn: '2026-01-31', endsOn: '2026-01-31' }, '2026-01-31', '2026-01-31'],
  ])('in %s last the days at work of %j', (month, who, from, to) => {
    expect(daysOf(who, month)).toEqual({ from, to });
  });

  it('propose the hours of a payslip, and none when nobody knows how many a week', () => {
    expect(monthlyHours(worker, 'fr')).toBe('151,67');
    expect(monthlyHours({ ...worker, weeklyHours: 24 }, 'en')).toBe('104');
    expect(monthlyHours({ ...worker, weeklyHours: null }, 'fr')).toBe('');
  });

  it('are those declared; else, when asked, what the month before says of its whole length; else one empty line', () => {
    const month = { month: '2026-04', copy: true, locale: 'fr' as const };
    const given = { placements: [worker], lines: [], previous: [line] };
    expect(draftsOf({ ...given, lines: [{ ...line, from: '2026-04-02', to: '2026-04-03' }] }, month)).toMatchObject([
      { was: 'worked_on_site|2026-04-02|2026-04-03', lineId: 'l1', hours: '151,67', payer: 'employer' },
    ]);
    expect(draftsOf(given, month)).toMatchObject([
      { was: '', lineId: '', from: '2026-04-01', to: '2026-04-30', hours: '151,67', evidence: [] },
    ]);
    expect(draftsOf(given, { ...month, copy: false })).toEqual([blankLine(worker, '2026-04', 0)]);
    // Three days of illness were last month's own.
    const illness = { ...line, kind: 'sick_leave' as const, from: '2026-03-10', to: '2026-03-12' };
    expect(draftsOf({ ...given, previous: [illness] }, month)).toEqual([blankLine(worker, '2026-04', 0)]);
  });

  it('are numbered each apart, for people who have several', () => {
    const second = { ...worker, id: 'w2' };
    const lines = [line, { ...line, id: 'l2', placementId: 'w2' }, { ...line, id: 'l3', from: '2026-03-02' }];
    const drafts = draftsOf(
      { placements: [worker, second], lines, previous: [] },
      { month: '2026-03', copy: false, locale: 'fr' },
    );
    expect(drafts.map(({ at }) => at)).toEqual([0, 1, 2]);
    expect(drafts.map(({ placementId }) => placementId)).toEqual(['w1', 'w1', 'w2']);
  });

  it('come back from the form as they were drawn: sending a month again declares nothing else', () => {
    for (const locale of ['fr', 'en'] as const) {
      const drafts = draftsOf(
        { placements: [worker], lines: [line], previous: [] },
        { month: '2026-03', copy: false, locale },
      );
      const form = new FormData();
      for (const one of drafts) {
        const fields = {
          embauche: one.placementId,
          avant: one.was,
          ligne: one.lineId,
          nature: one.kind,
          du: one.from,
          au: one.to,
        };
        for (const [name, value] of Object.entries({ ...fields, heures: one.hours, payeur: one.payer }))
          form.set(`l.${one.at}.${name}`, value);
        for (const paper of one.evidence) form.append(`l.${one.at}.pieces`, paper);
      }
      const { id: _, ...row } = line;
      expect(rowsOf(readDrafts(form)).rows).toEqual([row]);
    }
    expect(keyOf(line)).toBe('worked_on_site|2026-03-01|2026-03-31');
  });
});

describe('a filter of the bank, as a link', () => {
  const at = (query: string) => new URL(`https://jonction.example/facilitateur/participants${query}`);

  it('is put on, taken off by the same link, and takes the reader back to the first page', () => {
    const names = fc.constantFrom('permis', 'statut', 'francais');
    const queries = fc.constantFrom(
      '',
      '?page=4',
      '?permis=B&page=2',
      '?statut=placed',
      '?q=ma%C3%A7on&permis=B&permis=C',
    );
    fc.assert(
      fc.property(queries, names, fc.constantFrom('B', 'placed', 'a b&c=d'), (query, name, value) => {
        const before = at(query);
        const after = at(facetLink(before, name, value).replace(/^[^?]*/, ''));
        expect(isChosen(after, name, value)).toBe(!isChosen(before, name, value));
        expect(after.searchParams.has('page')).toBe(false);
        expect(after.searchParams.get('q')).toBe(before.searchParams.get('q'));
        const again = at(facetLink(after, name, value).replace(/^[^?]*/, ''));
        expect(isChosen(again, name, value)).toBe(isChosen(before, name, value));
      }),
    );
  });

  it('of permits adds up; any other has one value at a time', () => {
    expect(facetLink(at('?permis=B'), 'permis', 'C')).toBe('/facilitateur/participants?permis=B&permis=C');
    expect(facetLink(at('?permis=B&permis=C'), 'permis', 'B')).toBe('/facilitateur/participants?permis=C');
    expect(facetLink(at('?statut=placed'), 'statut', 'left')).toBe('/facilitateur/participants?statut=left');
    expect(facetLink(at('?statut=placed'), 'statut', 'placed')).toBe('/facilitateur/participants');
  });
});

describe('the licences that a form offers', () => {
  it('are known, each once, with a name in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const values = licenceOptions(locale).map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
      for (const { value, label } of licenceOptions(locale)) {
        expect([value, isLicenceCode(value)]).toEqual([value, true]);
        expect(label.trim()).not.toBe('');
        expect(label).not.toBe(value.length > 2 ? value : '');
      }
    }
    const asked = askedLicences.flatMap(({ codes }): readonly string[] => codes);
    expect(asked.filter((code) => !isLicenceCode(code))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('hold those of the person whatever they are, each in its group', () => {
    const { driving, machines, others } = licenceGroups(['caces_r490', 'hab_elec_h1v', 'B', 'sst'], 'fr');
    expect(machines.map(({ value }) => value)).toContain('caces_r490');
    expect(others.map(({ value }) => value)).toEqual(expect.arrayContaining(['hab_elec_h1v', 'sst']));
    expect(driving.filter(({ value }) => value === 'B')).toHaveLength(1);
  });
});

describe('what became of a CV', () => {
  it('has a word and a mark for every status, and says that a CV no mail carried is to be passed on', () => {
    for (const status of positioningStatuses) {
      expect(outcomeStep(status)).toBe(status);
      expect(outcomeStep(status, true)).toBe('to_pass');
    }
    expect(outcomeState('hired')).toBe('validated');
    expect(outcomeState('refused')).toBe('rejected');
    expect([outcomeStep('something new'), outcomeState('something new')]).toEqual(['closed', 'unknown']);
  });
});

describe('what the buttons above ticked rows send', () => {
  const id = '0190a000-0000-7000-8000-00000000000a';
  const read = (fields: Record<string, string>, ids = [id]) => {
    const form = new FormData();
    for (const one of ids) form.append('id', one);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return batchInput.safeParse(readBatch(form));
  };

  it('is what the rule takes', () => {
    expect(read({ action: 'relaunch' })).toMatchObject({
      success: true,
      data: { action: 'relaunch', positioningIds: [id] },
    });
    expect(read({ action: 'close', reason: 'team' })).toMatchObject({ success: true, data: { reason: 'team' } });
    expect(read({ action: 'postpone', until: '2026-05-01' })).toMatchObject({
      success: true,
      data: { until: '2026-05-01' },
    });
    expect(read({ action: 'postpone', until: ' ' })).toMatchObject({ success: true, data: { until: null } });
  });

  it('is refused there and not guessed: no row, an action, a reason or a day that is none', () => {
    for (const action of batchActions) expect(read({ action, reason: 'team' }, []).success).toBe(false);
    expect(read({ action: 'erase' }).success).toBe(false);
    expect(read({ action: 'close' }).success).toBe(false);
    expect(read({ action: 'postpone', until: 'demain' }).success).toBe(false);
  });
});
