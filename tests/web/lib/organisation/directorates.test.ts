import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import DirectorateDesk from '../../../../apps/web/src/lib/organisation/DirectorateDesk.svelte';
import Directorates from '../../../../apps/web/src/lib/organisation/Directorates.svelte';
import { all, attribute, draw, heard, one } from '../../../support/drawn.ts';

type ListProps = ComponentProps<typeof Directorates>;
type DeskProps = ComponentProps<typeof DirectorateDesk>;
const voirie = { id: 'v', name: 'Voirie', endedOn: null, contracts: 1204, people: 3, contacts: null };
const list: ListProps = {
  buyer: { name: 'Ville du Val' },
  rows: [voirie],
  without: 12,
  keeps: true,
  home: '/acheteur/directions',
  refused: null,
};

describe('the directorates of a buyer', () => {
  it('say what each holds, and lead to it', () => {
    const drawn = draw(Directorates, list);
    expect(attribute(one(drawn, 'a'), 'href')).toBe('/acheteur/directions/v');
    expect(heard(drawn)).toMatch(/1.204/);
    expect(heard(drawn)).toContain('12 marchés sans direction');
  });

  it('count contacts for a team alone', () => {
    const headers = (rows: ListProps['rows']) => all(draw(Directorates, { ...list, rows }), 'th').map(heard);
    expect(headers([voirie])).not.toContain('Contacts');
    expect(headers([{ ...voirie, contacts: 2 }])).toContain('Contacts');
  });

  it('say what to do when there is none', () => {
    const drawn = heard(draw(Directorates, { ...list, rows: [], without: 0 }));
    expect(drawn).toContain('Aucune direction');
    expect(drawn).not.toContain('sans direction');
  });

  it('keep those that ended apart, without a link', () => {
    const drawn = draw(Directorates, { ...list, rows: [{ ...voirie, endedOn: '2026-01-31' }] });
    expect(all(drawn, 'a')).toEqual([]);
    expect(heard(drawn)).toContain('fermée le 31');
  });

  it('are made by whoever keeps them, and the others are told who does', () => {
    expect(all(draw(Directorates, list), 'form')).toHaveLength(1);
    const read = draw(Directorates, { ...list, keeps: false });
    expect(all(read, 'form')).toEqual([]);
    expect(heard(read)).toContain('Un gestionnaire de votre collectivité');
  });

  it('give back a name that was refused, with why', () => {
    const refused = {
      sentence: '',
      fields: { name: 'L’acheteur a déjà une direction « Voirie ».' },
      values: { name: 'Voirie' },
    };
    const drawn = draw(Directorates, { ...list, refused });
    expect(attribute(one(drawn, 'input', { name: 'name' }), 'value')).toBe('Voirie');
    expect(heard(drawn)).toContain('déjà une direction');
  });
});

describe('one directorate', () => {
  const contract = {
    ...{ id: 'c', reference: 'V-1', object: 'Bitume', status: 'active' as const },
    ...{ directorateId: 'v', directorateName: 'Voirie' },
  };
  const person = { id: 'm', name: 'Ada', email: 'ada@val.test', directorateId: 'v' };
  const desk: DeskProps = {
    directorate: voirie,
    keeps: true,
    others: [{ id: 'p', name: 'Parcs' }],
    contracts: [contract],
    total: 1,
    people: [person, { ...person, id: 'n', name: 'Bruno', directorateId: null }],
    contacts: [],
    question: { place: 'inside', text: '', page: 1, pageSize: 50 },
    contractHome: '/acheteur/marches',
    form: null,
  };
  const drawn = (given: Partial<DeskProps> = {}) => draw(DirectorateDesk, { ...desk, ...given });
  const words = (given: Partial<DeskProps> = {}) => all(drawn(given), 'button').map(heard).join(' · ');

  it('takes its contracts out where it shows them, and puts others in where it shows those', () => {
    expect(words()).toContain('Sortir de Voirie');
    expect(words()).not.toContain('Ranger dans');
    const others = {
      question: { ...desk.question, place: 'nowhere' as const },
      contracts: [{ ...contract, directorateId: null }],
    };
    expect(words(others)).toContain('Ranger dans Voirie');
  });

  it('does not offer to put in what is inside', () => {
    const all_ = drawn({ question: { ...desk.question, place: 'anywhere' } });
    expect(one(all_, 'input', { name: 'ids', value: 'c' }).attributes.has('disabled')).toBe(true);
  });

  it('names its people, and offers the others of the buyer', () => {
    expect(heard(drawn())).toContain('ada@val.test');
    const select = one(drawn(), 'select', { id: 'add-person' });
    expect(all(select, 'option').map(heard)).toContain('Bruno');
    expect(all(select, 'option').map(heard)).not.toContain('Ada');
  });

  it('tells what will go before it ends, and offers the others to send it to', () => {
    expect(heard(drawn())).toMatch(/1.?204 marchés, 3 agents\./);
    expect(heard(drawn({ directorate: { ...voirie, contacts: 5 } }))).toContain('5 contacts');
    const heirs = all(one(drawn(), 'select', { name: 'into' }), 'option').map(heard);
    expect(heirs).toEqual([expect.stringMatching(/^Aucune.: l’acheteur entier$/), 'Parcs']);
  });

  it('shows the contacts of a team to a team alone', () => {
    expect(heard(drawn())).not.toContain('L’acheteur ne les voit pas');
    expect(heard(drawn({ directorate: { ...voirie, contacts: 0 } }))).toContain('L’acheteur ne les voit pas');
  });

  it('is only read by whoever does not keep it, and once it has ended', () => {
    for (const given of [{ keeps: false }, { directorate: { ...voirie, endedOn: '2026-01-31' } }]) {
      const page = drawn(given);
      expect(
        all(page, 'form').filter((form) => attribute(form, 'method') === 'post' && all(form, 'button').length > 0),
      ).toEqual([]);
    }
  });

  it('says what was done, and what was refused', () => {
    expect(heard(drawn({ form: { said: 'placed', placed: 2 } }))).toContain('2 lignes rangées');
    expect(heard(drawn({ form: { said: 'renamed' } }))).toContain('Le nouveau nom est enregistré');
    const refused = { sentence: 'Une des lignes n’est plus là.', fields: {}, values: { ids: 'c' } };
    expect(heard(drawn({ form: refused }))).toContain('Une des lignes');
  });

  it('says what to do when it is empty', () => {
    expect(heard(drawn({ contracts: [], total: 0 }))).toContain('Regardez les marchés sans direction');
    const searched = { contracts: [], total: 0, question: { ...desk.question, text: 'zzz' } };
    expect(heard(drawn(searched))).toContain('Changez la recherche');
  });
});
