import { eligibilityWindows } from '@jonction/domain/eligibility/window';
import { executionModes, placementInput, windowKinds } from '@jonction/domain/placement/placement';
import { placementWords } from '@jonction/domain/placement/words';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const hire = {
  participantId: idOf(1),
  clauseId: idOf(2),
  employerId: idOf(3),
  windowKind: 'fixed_term',
  startsOn: '2026-05-04',
};

describe('a hire', () => {
  it('is direct, open-ended and comes from no CV unless said', () => {
    expect(placementInput.parse(hire)).toEqual({
      ...hire,
      positioningId: null,
      executionMode: 'direct_hire',
      romeCode: null,
      weeklyHours: null,
      endsOn: null,
      passValidTo: null,
    });
  });

  it.each([
    ['an end before its start', { endsOn: '2026-05-03' }, 'endsOn: placement.dates_reversed'],
    ['a start that is no day', { startsOn: '2026-04-31' }, 'startsOn: shared.not_a_day'],
    ['an end that is no day', { endsOn: 'juin' }, 'endsOn: shared.not_a_day'],
    ['a PASS that is no day', { passValidTo: '2027' }, 'passValidTo: shared.not_a_day'],
    ['insertion work without its PASS', { windowKind: 'iae' }, 'passValidTo: placement.pass_missing'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(placementInput, { ...hire, ...change })).toEqual([refusal]);
  });

  it.each(['participantId', 'clauseId', 'employerId', 'windowKind', 'startsOn'])('needs its %s', (field) => {
    expect(fieldsRefused(placementInput, { ...hire, [field]: undefined })).toEqual([field]);
  });

  it.each([
    ['a person by her name', { participantId: 'Awa Diop' }, 'participantId'],
    ['an occupation in words', { romeCode: 'maçon' }, 'romeCode'],
    ['an occupation past ROME', { romeCode: 'Z1101' }, 'romeCode'],
    ['no hours a week', { weeklyHours: 0 }, 'weeklyHours'],
    ['49 hours a week', { weeklyHours: 49 }, 'weeklyHours'],
    ['half hours a week', { weeklyHours: 24.5 }, 'weeklyHours'],
    ['a kind of window that nobody knows', { windowKind: 'temporary' }, 'windowKind'],
    ['a way of employing that nobody knows', { executionMode: 'volunteering' }, 'executionMode'],
  ])('is refused with %s', (_, change, field) => {
    expect(fieldsRefused(placementInput, { ...hire, ...change })).toEqual([field]);
  });

  it.each([
    ['one day', { endsOn: '2026-05-04' }],
    ['no end', { endsOn: null }],
    ['one hour a week', { weeklyHours: 1 }],
    ['48 hours a week', { weeklyHours: 48 }],
    ['the CV that it comes from', { positioningId: idOf(4) }],
    ['insertion work with its PASS', { windowKind: 'iae', passValidTo: '2027-11-03' }],
    ['a PASS that nobody asked for', { passValidTo: '2027-11-03' }],
    ['a PASS over before the hire: the window says what it is worth', { windowKind: 'iae', passValidTo: '2020-01-01' }],
  ])('is accepted with %s', (_, change) => {
    expect(refusalsOf(placementInput, { ...hire, ...change })).toEqual([]);
  });

  it.each(executionModes)('may be done by way of %s', (executionMode) => {
    expect(refusalsOf(placementInput, { ...hire, executionMode })).toEqual([]);
  });

  it('says both the reversed dates and the missing PASS', () => {
    expect(refusalsOf(placementInput, { ...hire, windowKind: 'iae', endsOn: '2026-01-01' })).toEqual([
      'endsOn: placement.dates_reversed',
      'passValidTo: placement.pass_missing',
    ]);
  });

  it.each(windowKinds)('of kind %s always has a window of eligibility', (windowKind) => {
    const { startsOn: from } = hire;
    const [window] = eligibilityWindows([
      { id: 'h', kind: windowKind, from, to: '2026-12-31', passValidTo: '2027-11-03' },
    ]);
    expect(window?.from).toBe(from);
    expect(window?.to).not.toBeNull();
  });
});

describe('the words of hires', () => {
  it.each(['placement.no_category_set', 'placement.not_eligible', 'placement.contract_not_live'])(
    '%s names the day of hire as people read it',
    (code) => {
      expect(sentence(placementWords, 'fr', code, { day: '2026-05-04' })).toContain('4\u00a0mai\u00a02026');
      expect(sentence(placementWords, 'en', code, { day: '2026-05-04' })).toContain('4\u00a0May\u00a02026');
    },
  );

  it('never say why somebody is eligible', () => {
    for (const text of Object.values(placementWords.fr)) expect(String(text)).not.toMatch(/RSA|RQTH|QPV|handicap/i);
  });
});
