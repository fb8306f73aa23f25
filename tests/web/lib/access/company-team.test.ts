import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import CompanyActs from '../../../../apps/web/src/lib/access/CompanyActs.svelte';
import CompanyTeam from '../../../../apps/web/src/lib/access/CompanyTeam.svelte';
import InviteColleague from '../../../../apps/web/src/lib/access/InviteColleague.svelte';
import TeamPage from '../../../../apps/web/src/lib/access/TeamPage.svelte';
import { all, attribute, draw, heard, labelOf, one } from '../../../support/drawn.ts';

type Props = ComponentProps<typeof CompanyTeam>;
const createdAt = '2026-02-03T09:00:00Z';
const lea = {
  id: 'm1',
  name: 'Léa Bauer',
  email: 'lea@val.test',
  companyRole: 'manager',
  createdAt,
  you: true,
} as const;
const tom = {
  ...lea,
  id: 'm2',
  name: 'Tom Roux',
  email: 'tom@val.test',
  companyRole: 'declarant',
  you: false,
} as const;
const waiting = { id: 'i1', email: 'paie@val.test', companyRole: 'declarant', expiresAt: createdAt } as const;
const team: Props = { members: [lea, tom], invitations: [waiting], manages: true, revokes: true };
const buttons = (given: Partial<Props>) =>
  all(draw(CompanyTeam, { ...team, ...given }), 'button').map((button) => attribute(button, 'aria-label'));

describe('the people of a company', () => {
  it('names each with her role, and says which one reads', () => {
    const [first, second, third] = all(draw(CompanyTeam, team), 'li').map(heard);
    expect(first).toContain('Léa Bauer');
    expect(first).toContain('c’est vous');
    expect(first).toContain('Gestionnaire');
    expect(second).toContain('tom@val.test');
    expect(second).toContain('Déclarant');
    expect(third).toContain('expire le');
  });

  it('says on each button whom it is about', () => {
    expect(buttons({})).toEqual([
      'Rendre Tom Roux gestionnaire',
      'Suspendre l’accès de Tom Roux',
      'Fermer l’accès de Tom Roux',
      'Annuler l’invitation de paie@val.test',
    ]);
  });

  it('does not offer the last manager to step down, and offers it beside another', () => {
    expect(buttons({})).not.toContain('Rendre Léa Bauer déclarant');
    expect(buttons({ members: [lea, { ...tom, companyRole: 'manager' }] })).toContain('Rendre Léa Bauer déclarant');
  });

  it('offers a declarant nothing to change, and the team the invitation alone', () => {
    expect(buttons({ manages: false, revokes: false })).toEqual([]);
    expect(buttons({ manages: false })).toEqual(['Annuler l’invitation de paie@val.test']);
  });

  it('says nothing of invitations when none waits', () => {
    expect(heard(draw(CompanyTeam, { ...team, invitations: [] }))).not.toContain('Invitations');
  });
});

describe('the people of a buyer', () => {
  const directorates = [
    { id: 'd1', name: 'Voirie' },
    { id: 'd2', name: 'Parcs' },
  ];
  const of: Partial<Props> = {
    of: 'buyer',
    members: [lea, { ...tom, directorateId: 'd2', directorateName: 'Parcs' }],
    directorates,
  };
  const drawn = (given: Partial<Props> = {}) => draw(CompanyTeam, { ...team, ...of, ...given });

  it('are members where companies have declarants, each with her directorate', () => {
    const [first, second] = all(drawn(), 'li').map(heard);
    expect(first).toContain('Gestionnaire');
    expect(second).toContain('Membre');
    expect(second).toContain('· Parcs');
    expect(heard(drawn())).not.toContain('Déclarant');
  });

  it('are placed by a list that begins where each is', () => {
    const select = one(drawn(), 'select', { 'aria-label': 'Direction de Tom Roux' });
    const chosen = all(select, 'option').filter((option) => option.attributes.has('selected'));
    expect(chosen.map(heard)).toEqual(['Parcs']);
    expect(all(select, 'option').map(heard)[0]).toMatch(/^Aucune.: l’acheteur entier$/);
  });

  it('are placed by whoever manages, where there are directorates', () => {
    expect(all(drawn({ manages: false, revokes: false }), 'select')).toEqual([]);
    expect(all(drawn({ directorates: [] }), 'select')).toEqual([]);
  });

  it('stand apart while suspended, and are let in again from there', () => {
    const page = drawn({ suspended: [tom] });
    expect(heard(page)).toContain('Accès suspendus');
    expect(all(page, 'button').map((button) => attribute(button, 'aria-label'))).toContain(
      'Rouvrir l’accès de Tom Roux',
    );
    expect(heard(drawn())).not.toContain('Accès suspendus');
  });

  it('have acts of their own, and not those of companies', () => {
    const acts = heard(draw(CompanyActs, { of: 'buyer' }));
    expect(acts).toContain('Tenir les directions');
    expect(acts).not.toContain('Signer');
  });

  it('are invited into a directorate, as members until something else is chosen', () => {
    const form = draw(InviteColleague, { refused: null, of: 'buyer', directorates });
    expect(labelOf(form, one(form, 'select', { name: 'directorateId' }))).toContain('Direction');
    const role = one(form, 'select', { name: 'companyRole' });
    const chosen = all(role, 'option').filter((option) => option.attributes.has('selected'));
    expect(chosen.map(heard)).toEqual(['Membre']);
    expect(attribute(one(form, 'input', { name: 'of' }), 'value')).toBe('buyer');
  });
});

describe('the page of a team', () => {
  const props = {
    of: 'buyer' as const,
    team: { members: [lea], suspended: [], invitations: [], manages: true },
    form: null,
  };

  it('says where the invitation left', () => {
    expect(heard(draw(TeamPage, { ...props, form: { said: 'sent', email: 'a@val.test' } }))).toContain(
      'partie à a@val.test',
    );
  });

  it('says what was refused above, but for the invitation, which says it at its field', () => {
    const refused = { sentence: 'Non.', fields: {}, values: { membershipId: 'm2' } };
    expect(heard(draw(TeamPage, { ...props, form: refused }))).toContain('Non.');
    const typed = { sentence: 'Déjà.', fields: { email: 'Déjà là.' }, values: { email: 'x@val.test' } };
    const page = draw(TeamPage, { ...props, form: typed });
    expect(attribute(one(page, 'input', { name: 'email' }), 'value')).toBe('x@val.test');
  });

  it('tells whoever is alone to invite, and whoever does not manage who does', () => {
    expect(heard(draw(TeamPage, props))).toContain('la seule personne de votre collectivité');
    const member = draw(TeamPage, { ...props, team: { ...props.team, members: [lea, tom], manages: false } });
    expect(heard(member)).toContain('Un gestionnaire de votre collectivité');
    expect(all(member, 'form')).toEqual([]);
  });
});

describe('who may do what', () => {
  it('is a table with a word beside each mark', () => {
    const rows = all(draw(CompanyActs, {}), 'tr').slice(1);
    const sign = rows.find((row) => heard(row).includes('Signer'));
    expect(sign && all(sign, 'td').map(heard)).toEqual(['oui', 'non']);
    expect(rows).toHaveLength(5);
  });
});

describe('the form that invites', () => {
  it('asks for the role, the narrow one first chosen', () => {
    const drawn = draw(InviteColleague, { refused: null });
    const select = one(drawn, 'select', { name: 'companyRole' });
    expect(labelOf(drawn, select)).toBe('Rôle');
    expect(
      all(select, 'option')
        .filter((option) => option.attributes.has('selected'))
        .map(heard),
    ).toEqual(['Déclarant, déclarante']);
  });

  it('asks nothing for the first person of a company: she manages it', () => {
    const drawn = draw(InviteColleague, { refused: null, first: true });
    expect(all(drawn, 'select')).toEqual([]);
    expect(attribute(one(drawn, 'input', { name: 'companyRole' }), 'value')).toBe('manager');
  });

  it('gives back what was typed with the sentence at its field', () => {
    const refused = {
      sentence: 'Déjà.',
      fields: { email: 'Cette personne a déjà cet accès.' },
      values: { email: 'lea@val.test' },
    };
    const drawn = draw(InviteColleague, { refused });
    expect(attribute(one(drawn, 'input', { name: 'email' }), 'value')).toBe('lea@val.test');
    expect(heard(drawn)).toContain('Cette personne a déjà cet accès.');
  });
});
