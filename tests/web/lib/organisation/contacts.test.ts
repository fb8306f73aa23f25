import { badProofs, contactProofs, goodProofs, staleReasons } from '@jonction/domain/organisation/contact-person';
import { describe, expect, it } from 'vitest';
import ContactFreshness from '../../../../apps/web/src/lib/organisation/ContactFreshness.svelte';
import ContactList from '../../../../apps/web/src/lib/organisation/ContactList.svelte';
import type { ContactPerson } from '../../../../apps/web/src/lib/organisation/contact-person.ts';
import SecondContact from '../../../../apps/web/src/lib/organisation/SecondContact.svelte';
import StalePage from '../../../../apps/web/src/routes/(portals)/facilitateur/organisations/contacts/+page.svelte';
import { all, attribute, describedBy, draw, heard, labelOf, one, words } from '../../../support/drawn.ts';

const helene: ContactPerson = {
  id: 'c1',
  organisationId: 'o1',
  organisationName: 'Espaces verts du Val',
  name: 'Hélène Marchand',
  function: 'Responsable RH',
  email: 'rh@val.test',
  phone: '+33123456789',
  source: 'team',
  lastProof: 'call',
  fresh: true,
  days: 45,
  left: 500,
  staleReason: null,
};
const stale: ContactPerson = { ...helene, id: 'c2', name: 'Odile Partie', fresh: false, left: 0, staleReason: 'gone' };

describe('how far a contact can be counted on', () => {
  const said = (contact: ContactPerson) => heard(draw(ContactFreshness, { contact }));

  it('is said in words beside the dot, which says nothing by itself', () => {
    expect(said(helene)).toBe('jointe au téléphone il y a 45 jours');
    expect(said({ ...helene, days: 0 })).toContain('aujourd’hui');
    expect(said({ ...helene, lastProof: null, days: 1 })).toBe('noté il y a 1 jour');
    expect(said({ ...helene, lastProof: null, days: 0 })).toBe('noté aujourd’hui');
  });

  it.each(staleReasons)('says why it cannot be: %s', (staleReason) => {
    const drawn = draw(ContactFreshness, { contact: { ...stale, staleReason } });
    expect(heard(drawn).length).toBeGreaterThan(5);
    expect(attribute(one(drawn, 'circle'), 'fill')).toBe('none');
  });

  it('fades with the days, and is never gone before it is stale', () => {
    const opacity = (left: number) =>
      Number(attribute(one(draw(ContactFreshness, { contact: { ...helene, left } }), 'circle'), 'fill-opacity'));
    expect([1000, 500, 11].map(opacity)).toEqual([1, 0.5, 0.15]);
  });

  it('has a word for each proof', () => {
    for (const lastProof of goodProofs) expect(said({ ...helene, lastProof })).not.toContain('undefined');
    expect([...goodProofs, ...badProofs]).toEqual([...contactProofs]);
  });
});

describe('people of a company', () => {
  it('can be called, written to, and said still there or gone in one click each', () => {
    const drawn = draw(ContactList, { contacts: [helene], needsSecond: false });
    expect(all(drawn, 'a').map((link) => attribute(link, 'href'))).toEqual(['tel:+33123456789', 'mailto:rh@val.test']);
    const proofs = one(drawn, 'form', { action: '?/prouver' });
    expect(all(proofs, 'button').map((button) => [attribute(button, 'value'), heard(button)])).toEqual([
      ['call', 'Toujours là, Hélène Marchand'],
      ['gone', 'N’est plus là, Hélène Marchand'],
    ]);
  });

  it('asks for a second one when there is one, and for nothing when there is nobody yet', () => {
    expect(words(draw(ContactList, { contacts: [helene], needsSecond: true }))).toContain('Un deuxième contact manque');
    const empty = draw(ContactList, { contacts: [], needsSecond: true });
    expect(words(empty)).not.toContain('Un deuxième contact manque');
    expect(words(empty)).toContain('Aucun contact');
  });

  it('opens the form that came back, with what was typed and what is wrong, and no other', () => {
    const refused = {
      sentence: 'À corriger',
      fields: { email: 'Cette adresse est incomplète.' },
      values: { contactId: 'c1', name: 'Hélène', email: 'rh@' },
    };
    const drawn = draw(ContactList, { contacts: [helene, stale], needsSecond: false, refused });
    expect(all(drawn, 'details', { open: true })).toHaveLength(1);
    const [email] = all(one(drawn, 'details', { open: true }), 'input', { name: 'email' });
    if (!email) throw new Error('no field');
    expect(attribute(email, 'value')).toBe('rh@');
    expect(describedBy(drawn, email).join(' ')).toContain('incomplète');
    expect(labelOf(drawn, email)).toContain('Courriel');
  });

  it('gives each field of each form an id of its own', () => {
    const ids = all(draw(ContactList, { contacts: [helene, stale], needsSecond: false }), '*', { id: true }).map(
      (tag) => attribute(tag, 'id'),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('whom else to tell', () => {
  it('is asked of the company in four fields, only the name being wanted', () => {
    const drawn = draw(SecondContact, { action: '?/prevenir' });
    expect(words(drawn)).toContain('Qui d’autre prévenir');
    expect(attribute(one(drawn, 'form'), 'action')).toBe('?/prevenir');
    expect(all(drawn, 'input').map((input) => attribute(input, 'name'))).toEqual([
      'name',
      'function',
      'email',
      'phone',
    ]);
    expect(all(drawn, 'input', { required: true }).map((input) => attribute(input, 'name'))).toEqual(['name']);
  });

  it('is thanked for, and not asked again', () => {
    const drawn = draw(SecondContact, { action: '?/prevenir', named: true });
    expect(all(drawn, 'form')).toEqual([]);
    expect(words(drawn)).toContain('Merci');
  });
});

describe('the list of contacts to check', () => {
  const page = (own: object, form: object | null = null) =>
    draw(StalePage, { data: { page: 1, pageSize: 40, text: '', ...own }, form, params: {} } as never);

  it('says whom, where, why, and what to press after a call', () => {
    const drawn = page({ list: { rows: [stale], total: 1 } });
    expect(words(drawn)).toContain('Odile Partie');
    expect(words(drawn)).toContain('n’est plus là');
    expect(all(drawn, 'a', { href: '/facilitateur/organisations/o1' })).toHaveLength(1);
    expect(all(drawn, 'form', { action: '?/prouver' })).toHaveLength(1);
  });

  it('says that all is up to date, and what would come here', () => {
    expect(words(page({ list: { rows: [], total: 0 } }))).toContain('90 jours sans preuve');
    expect(words(page({ list: { rows: [], total: 0 } }, { done: {} }))).toContain('C’est noté');
  });
});

describe('a company that is asked whom else to tell', () => {
  it('may say by its link that whoever was written to has left', () => {
    const page = draw(SecondContact, { action: '?/prevenir', mayBeGone: true, folded: true });
    expect(attribute(one(page, 'details'), 'open')).toBeUndefined();
    expect(heard(one(page, 'summary'))).toContain('Vous n’êtes plus la bonne personne');
    expect(labelOf(page, one(page, 'input', { name: 'gone' }))).toContain('n’est plus là');
  });

  it('is not asked so from an account, which nobody wrote to', () => {
    expect(all(draw(SecondContact, { action: '/entreprise?/prevenir' }), 'input', { name: 'gone' })).toEqual([]);
  });
});
