import {
  type DirectorateFacts,
  directorateNameSchema,
  endDirectorate,
  nameDirectorate,
  placeInDirectorateSchema,
  showDirectorateSchema,
} from '@jonction/domain/organisation/directorate';
import { directoratePlaces, placedKinds } from '@jonction/domain/organisation/directorate-place';
import { organisationWords } from '@jonction/domain/organisation/words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const voirie: DirectorateFacts = { id: 'v', name: 'Voirie', endedOn: null };
const parcs: DirectorateFacts = { id: 'p', name: 'Parcs et jardins', endedOn: null };
const ended: DirectorateFacts = { id: 'e', name: 'Bâtiments', endedOn: '2026-01-31' };
const all = [voirie, parcs, ended];
const codeOf = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? null : (decision.refusal?.code ?? '');

describe('the name of a directorate', () => {
  it('is kept without the spaces that nobody meant', () => {
    expect(directorateNameSchema.parse('  Parcs   et\tjardins ')).toBe('Parcs et jardins');
  });

  it('is one at least, and 120 signs at most', () => {
    expect(directorateNameSchema.safeParse('   ').success).toBe(false);
    expect(directorateNameSchema.safeParse('é'.repeat(120)).success).toBe(true);
    expect(directorateNameSchema.safeParse('é'.repeat(121)).success).toBe(false);
    const codes = ['   ', 'x'.repeat(121)].map(
      (name) => directorateNameSchema.safeParse(name).error?.issues[0]?.message,
    );
    for (const code of codes) expect(hasSentence(organisationWords, code ?? '')).toBe(true);
  });

  it('serves once among those that run, in whichever letters it is typed', () => {
    expect(codeOf(nameDirectorate('VOIRIE', all, null))).toBe('organisation.directorate_known');
    expect(codeOf(nameDirectorate('Voirie', all, 'p'))).toBe('organisation.directorate_known');
    expect(codeOf(nameDirectorate('Éclairage', all, null))).toBeNull();
  });

  it('may be that of one which has ended, and that which it has already', () => {
    expect(codeOf(nameDirectorate('Bâtiments', all, null))).toBeNull();
    expect(codeOf(nameDirectorate('voirie', all, 'v'))).toBeNull();
  });

  it('does not change any more once it has ended', () => {
    expect(codeOf(nameDirectorate('Bâtiments et énergie', all, 'e'))).toBe('organisation.directorate_ended');
  });

  it('tells which name is taken', () => {
    const decision = nameDirectorate('Voirie', all, null);
    expect(decision.ok ? null : decision.refusal.facts).toEqual({ name: 'Voirie' });
  });
});

describe('the end of a directorate', () => {
  it('sends what it held to another one, or to none', () => {
    expect(endDirectorate('v', 'p', all)).toEqual({ ok: true, value: voirie });
    expect(endDirectorate('v', null, all)).toEqual({ ok: true, value: voirie });
  });

  it('comes once', () => {
    expect(codeOf(endDirectorate('e', null, all))).toBe('organisation.directorate_ended');
  });

  it('is of one of this buyer', () => {
    expect(codeOf(endDirectorate('elsewhere', null, all))).toBe('organisation.directorate_not_found');
  });

  it('never leads to itself, to one that has ended, or to one of another buyer', () => {
    for (const into of ['v', 'e', 'elsewhere'])
      expect(codeOf(endDirectorate('v', into, all))).toBe('organisation.directorate_into_wrong');
  });

  it('leaves, whatever is asked, what it held in a directorate that runs, or in none', () => {
    const id = fc.constantFrom('v', 'p', 'e', 'elsewhere');
    fc.assert(
      fc.property(id, fc.option(id), (which, into) => {
        const decision = endDirectorate(which, into, all);
        if (!decision.ok) return hasSentence(organisationWords, decision.refusal.code);
        const heir = all.find((one) => one.id === into);
        return into === null || (heir?.endedOn === null && heir.id !== which);
      }),
    );
  });
});

describe('what is asked about a directorate', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';

  it('shows what it holds, until something else is asked', () => {
    expect(showDirectorateSchema.parse({ directorateId: id })).toMatchObject({ place: 'inside', text: '', page: 1 });
    for (const place of directoratePlaces)
      expect(showDirectorateSchema.safeParse({ directorateId: id, place }).success).toBe(true);
    expect(showDirectorateSchema.safeParse({ directorateId: id, place: 'nearby' }).success).toBe(false);
  });

  it('places something at least, and two hundred at most', () => {
    const of = (ids: string[]) => placeInDirectorateSchema.safeParse({ directorateId: id, kind: 'contract', ids });
    expect(of([]).error?.issues[0]?.message).toBe('organisation.nothing_to_place');
    expect(of([id]).success).toBe(true);
    expect(of(Array.from({ length: 201 }, () => id)).success).toBe(false);
  });

  it('takes out of any directorate what is placed in none, of each kind', () => {
    for (const kind of placedKinds)
      expect(placeInDirectorateSchema.safeParse({ directorateId: null, kind, ids: [id] }).success).toBe(true);
  });
});
