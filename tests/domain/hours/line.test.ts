import {
  elsewhereLineSchema,
  enterLine,
  hourKinds,
  hourLineSchema,
  hourPayers,
  knownEvidence,
} from '@jonction/domain/hours/line';
import { describe, expect, test } from 'vitest';
import { line } from './placed.ts';

describe('entering a line', () => {
  test('takes a line of a day, of several days, and of no hours at all', () => {
    for (const good of [line(), line({ to: '2020-02-28' }), line({ centihours: 0 })]) {
      expect(enterLine(good)).toEqual({ ok: true, value: good });
    }
  });

  test('refuses a line whose first day comes after its last, and says both days', () => {
    expect(enterLine(line({ from: '2020-02-04', to: '2020-02-03' }))).toEqual({
      ok: false,
      refusal: { code: 'hours.from_after_to', facts: { from: '2020-02-04', to: '2020-02-03' } },
    });
  });

  test('refuses negative hours: a correction is a new line', () => {
    expect(enterLine(line({ centihours: -1 }))).toEqual({
      ok: false,
      refusal: { code: 'hours.negative_hours', facts: { centihours: -1 } },
    });
  });

  test('tells the dates first when both are wrong', () => {
    const entered = enterLine(line({ from: '2020-02-04', to: '2020-02-03', centihours: -700 }));
    expect(entered).toMatchObject({ refusal: { code: 'hours.from_after_to' } });
  });
});

describe('the shape of a line', () => {
  test('knows the fourteen kinds in the order of the declaration sheet', () => {
    expect(hourKinds).toEqual([
      'worked_on_site',
      'telework',
      'training',
      'paid_leave',
      'public_holiday',
      'sick_leave',
      'childcare_leave',
      'vulnerable_leave',
      'work_accident',
      'bad_weather',
      'partial_unemployment',
      'partial_unemployment_training',
      'unpaid_absence',
      'internship',
    ]);
    expect(hourPayers).toEqual(['employer', 'social_security', 'partial_activity']);
    expect(knownEvidence).toEqual(['employer_attestation', 'benefit_statement']);
  });

  test('lets payer, evidence and reception be absent or null', () => {
    expect(hourLineSchema.safeParse(line()).success).toBe(true);
    expect(hourLineSchema.safeParse(line({ payer: null, evidence: null, receivedOn: null })).success).toBe(true);
  });

  test.each([
    ['a kind that nobody declares', { kind: 'holiday' }],
    ['a payer that does not exist', { payer: 'state' }],
    ['hours with a fraction of a hundredth', { centihours: 700.5 }],
    ['hours as text', { centihours: '700' }],
    ['a day that does not exist', { from: '2020-02-30' }],
    ['a day written the French way', { to: '03/02/2020' }],
    ['an instant where a day is asked', { from: '2020-02-03T08:00:00Z' }],
    ['an empty id', { id: '' }],
    ['an empty piece of evidence', { evidence: [''] }],
  ])('refuses %s', (_, wrong) => {
    expect(hourLineSchema.safeParse({ ...line(), ...wrong }).success).toBe(false);
  });

  test('lets a policy ask for evidence that no release knows', () => {
    expect(hourLineSchema.safeParse(line({ evidence: ['prefect_order'] })).success).toBe(true);
  });

  test('asks on which clause hours declared elsewhere are', () => {
    const { id: _, ...elsewhere } = line();
    expect(elsewhereLineSchema.safeParse(elsewhere).success).toBe(false);
    expect(elsewhereLineSchema.safeParse({ ...elsewhere, clause: 'K7' }).success).toBe(true);
  });
});
