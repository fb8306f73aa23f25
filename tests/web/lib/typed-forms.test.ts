import { targetModes } from '@jonction/domain/contract/target';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../apps/web/src/lib/contract/event-form.ts';
import { penaltyOf } from '../../../apps/web/src/lib/contract/penalty-form.ts';
import { refusedIn } from '../../../apps/web/src/lib/contract/refused.ts';
import { filledTarget, targetFields } from '../../../apps/web/src/lib/contract/target-fields.ts';
import { basisPoints, cents, decimal } from '../../../apps/web/src/lib/contract/typed.ts';
import { amountTyped } from '../../../apps/web/src/lib/contract/typed-amount.ts';
import { typedTarget } from '../../../apps/web/src/lib/contract/typed-target.ts';
import { skillOfValue, skillValue } from '../../../apps/web/src/lib/cv/skill-value.ts';
import { fieldsOfForm, readDrafts, rowsOf } from '../../../apps/web/src/lib/hours/draft-form.ts';
import { contractValue, readBatch } from '../../../apps/web/src/lib/hours/tray-group.ts';
import { readOffer } from '../../../apps/web/src/lib/offer/offer-form.ts';
import { noFields, typedAgain } from '../../../apps/web/src/lib/participant/fields.ts';
import { text, typed, wholeNumber } from '../../../apps/web/src/lib/server/form.ts';
import { readParticipant } from '../../../apps/web/src/lib/server/participant-fields.ts';
import { refusedOf } from '../../../apps/web/src/lib/shell/refused.ts';

function form(values: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData();
  for (const [name, given] of Object.entries(values)) for (const value of [given].flat()) data.append(name, value);
  return data;
}

describe('a figure as people type it', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['1\u202f234,5\u00a0€', 1234.5],
    ['1250000.25', 1_250_000.25],
    ['7,5 %', 7.5],
    ['-3', -3],
    ['', null],
    ['   ', null],
    ['douze', Number.NaN],
    ['1,2,3', Number.NaN],
  ])('%o is %o', (written, value) => {
    expect(decimal(form({ a: written }), 'a')).toEqual(value);
  });

  it('is kept in whole cents and basis points, without the error of a machine', () => {
    expect(cents(form({ a: '1,15' }), 'a')).toBe(115);
    expect(cents(form({ a: '0,29' }), 'a')).toBe(29);
    expect(basisPoints(form({ a: '7,5' }), 'a')).toBe(750);
    expect(cents(form({}), 'a')).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 11 }),
        (amount) => cents(form({ a: amountTyped(amount) }), 'a') === amount,
      ),
    );
  });

  it('is whole where it counts people, null when empty, refused later when it is no figure', () => {
    expect(wholeNumber(form({ a: ' 1\u202f200 ' }), 'a')).toBe(1200);
    expect(wholeNumber(form({ a: '' }), 'a')).toBeNull();
    expect(wholeNumber(form({ a: 'deux' }), 'a')).toBeNaN();
  });
});

describe('what a refused form gives back', () => {
  it('is what was typed, passwords and files left out, repeated names as lists', () => {
    const data = form({ nom: 'Awa', permis: ['B', 'C'], password: 'x', newPassword: 'y', motDePasse: 'z' });
    data.set('file', new File(['x'], 'cv.pdf'));
    expect(typed(data)).toEqual({ nom: 'Awa', permis: ['B', 'C'], file: '' });
    expect(text(data, 'file')).toBe('');
  });

  it('is told from any other answer of a page', () => {
    const refused = { sentence: 'Non.', fields: {}, values: {} };
    expect(refusedOf(refused)).toBe(refused);
    for (const other of [null, undefined, 'Non.', { done: true }, { sentence: 'Non.' }])
      expect(refusedOf(other)).toBeNull();
  });

  it('says a sentence once: not above the form when a field says the same', () => {
    expect(refusedIn({ sentence: 'Trop tard.', fields: { on: 'Trop tard.' } })).toEqual({
      fields: { on: 'Trop tard.' },
      values: {},
    });
    expect(refusedIn({ sentence: 'Trop tard.' })).toEqual({ sentence: 'Trop tard.', fields: {}, values: {} });
    expect(refusedIn(null)).toBeNull();
  });
});

describe('the hours that a clause asks', () => {
  it.each(targetModes)('typed as %s, are asked, read and shown again by the same fields', (mode) => {
    const values = Object.fromEntries(
      targetFields[mode].map(({ name, as }) => [name, as === 'trigger' ? 'invoiced' : '12']),
    );
    const target = typedTarget(form({ mode, ...values }));
    expect(target.mode).toBe(mode);
    expect(filledTarget(target)).toEqual(values);
  });

  it('leave what is missing for the rule to refuse', () => {
    expect(typedTarget(form({ mode: 'fixed' }))).toEqual({ mode: 'fixed', hours: null });
    expect(typedTarget(form({ mode: 'autre', 'target.hours': '600' }))).toEqual({ mode: 'fixed', hours: 600 });
  });

  it('have penalties only where some are typed', () => {
    expect(penaltyOf(form({ perHourBasis: '', penaltyNote: ' ' }))).toBeNull();
    expect(penaltyOf(form({ perHourBasis: 'fixed', perHourAmount: '40,50', cap: '5' }))).toEqual({
      perHour: { basis: 'fixed', cents: 4050 },
      perDayCents: null,
      capBps: 500,
      note: null,
    });
    expect(penaltyOf(form({ perHourBasis: 'smic_multiple', perHourAmount: '2' }))?.perHour).toEqual({
      basis: 'smic_multiple',
      multipleHundredths: 200,
    });
    expect(penaltyOf(form({ perHourBasis: 'fixed' }))?.perHour).toEqual({ basis: 'fixed', cents: Number.NaN });
  });

  it('hear of events: what is empty is nothing, what no list holds goes on to be refused', () => {
    expect(eventOf(form({ type: 'stop', on: '2020-03-17', note: ' ' }), 'c7')).toMatchObject({
      contractId: 'c7',
      type: 'stop',
      source: 'buyer_answer',
      note: null,
      endsOn: null,
    });
    expect(eventOf(form({ type: 'explose', source: 'decp' }), 'c7')).toMatchObject({ type: 'explose', source: 'decp' });
  });
});

describe('the hours of a month, as the form sends them', () => {
  const line = (at: number, values: Record<string, string>) =>
    Object.fromEntries(
      Object.entries({
        embauche: 'w1',
        nature: 'worked_on_site',
        du: '2020-04-01',
        au: '2020-04-30',
        heures: '',
        ...values,
      }).map(([name, value]) => [`l.${at}.${name}`, value]),
    );

  it('are read in the order of the page, without the lines left empty', () => {
    const drafts = readDrafts(
      form({ ...line(4, { heures: '7 h 30' }), ...line(0, {}), ...line(2, { heures: '151,67' }) }),
    );
    expect(drafts.map(({ at }) => at)).toEqual([4, 0, 2]);
    const { rows, at } = rowsOf(drafts);
    expect(at).toEqual([4, 2]);
    expect(rows.map(({ centihours }) => centihours)).toEqual([750, 15_167]);
  });

  it('cancel the line that a change of days or kind replaces, once', () => {
    const was = 'worked_on_site|2020-04-01|2020-04-30';
    const { rows } = rowsOf(readDrafts(form(line(0, { heures: '70', avant: was, du: '2020-04-15' }))));
    expect(rows.map(({ from, to, centihours }) => [from, to, centihours])).toEqual([
      ['2020-04-15', '2020-04-30', 7000],
      ['2020-04-01', '2020-04-30', 0],
    ]);
    expect(rowsOf(readDrafts(form(line(0, { heures: '70', avant: was })))).rows).toHaveLength(1);
    // Another line now says what that one said: it is not cancelled.
    const swapped = { ...line(0, { heures: '70', avant: was, du: '2020-04-15' }), ...line(1, { heures: '35' }) };
    expect(rowsOf(readDrafts(form(swapped))).rows.map(({ centihours }) => centihours)).toEqual([7000, 3500]);
  });

  it('are refused at the field of their own line', () => {
    expect(fieldsOfForm({ 'rows.1.centihours': 'Trop.', 'rows.0.payer': 'Qui ?', month: 'Clos.' }, [4, 2])).toEqual({
      'l.2.heures': 'Trop.',
      'l.4.payeur': 'Qui ?',
      month: 'Clos.',
    });
  });

  it('are decided on together: the contracts ticked come back as they were', () => {
    const contract = { contractId: '0190a000-0000-7000-8000-00000000000a', from: '2020-04-01', to: '2020-04-30' };
    const value = contractValue(contract as Parameters<typeof contractValue>[0]);
    expect(readBatch(form({ regle: 'sick-ss', marche: [value, value] }))).toEqual({
      rule: 'sick-ss',
      contracts: [contract, contract],
    });
  });
});

describe('a person and a need, as typed', () => {
  it('know nothing of licences unless one is ticked, or somebody says that there is none', () => {
    expect(readParticipant(form({})).licences).toBeNull();
    expect(readParticipant(form({ noLicence: 'oui' })).licences).toEqual([]);
    expect(readParticipant(form({ noLicence: 'oui', licence: ['B'] })).licences).toEqual(['B']);
  });

  it('are shown again as they were typed, before what was known', () => {
    const data = form({
      firstName: 'Awa',
      occupation: 'K2204',
      newOccupation: ['K2204', 'A1203'],
      'months-K2204': '50',
      licence: 'B',
      radiusKm: 'loin',
    });
    const again = typedAgain({ ...noFields, lastName: 'Ancien' }, typed(data));
    expect(again).toMatchObject({
      firstName: 'Awa',
      lastName: '',
      licences: ['B'],
      radiusKm: null,
      occupations: [
        { code: 'K2204', months: 50 },
        { code: 'A1203', months: 0 },
      ],
    });
    expect(typedAgain(noFields, undefined)).toBe(noFields);
  });

  it('hold each skill once, ticked or typed, whatever its words', () => {
    const ticked = skillValue({ skill: 'vitres', label: 'Vitres, hauteur' });
    expect(skillOfValue(ticked)).toEqual({ skill: 'vitres', label: 'Vitres, hauteur' });
    const offer = readOffer(form({ 'offer.skills': ticked, otherSkills: 'Vitres; Monobrosse,\n monobrosse ,' }));
    expect(offer.skills?.map(({ skill }) => skill)).toEqual(['vitres', 'monobrosse']);
    expect([offer.positions, offer.slackDays, offer.description]).toEqual([Number.NaN, 0, null]);
  });
});
