import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import PaperList from '../../../../apps/web/src/lib/report/PaperList.svelte';
import { isSignable, type Paper } from '../../../../apps/web/src/lib/report/paper.ts';
import AskForm from '../../../../apps/web/src/lib/signature/AskForm.svelte';
import SigningLinks from '../../../../apps/web/src/lib/signature/SigningLinks.svelte';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (drawn: Parameters<typeof words>[0]) => plain(words(drawn));
const asked = (state: 'open' | 'complete' | 'refused') => ({ requestId: 'r1', state, people: 2, signed: 1 });
const links = (given: Partial<ComponentProps<typeof SigningLinks>> = {}) =>
  draw(SigningLinks, {
    ...{ home: '/facilitateur/signatures', query: 'transfert=t1', name: '28 h reprises', signature: null },
    ...given,
  });
const hrefs = (drawn: ReturnType<typeof links>) => all(drawn, 'a').map((link) => attribute(link, 'href'));

describe('where one has something signed', () => {
  it('is an obvious link, told apart by what is signed', () => {
    const drawn = links();
    expect(hrefs(drawn)).toEqual(['/facilitateur/signatures/demander?transfert=t1']);
    expect(said(drawn)).toBe('Faire signer');
    expect(attribute(one(drawn, 'a'), 'aria-label')).toMatch(/Faire signer.:.28 h reprises/);
  });

  it('says how many signed, leading to the proof, and asks nobody again while one still has to', () => {
    const drawn = links({ signature: asked('open') });
    expect(hrefs(drawn)).toEqual(['/facilitateur/signatures/r1']);
    expect(said(drawn)).toMatch(/Signature électronique : .*, 1 sur 2/);
  });

  it('may be asked again after a refusal, and not where it is not to be signed any more', () => {
    expect(hrefs(links({ signature: asked('refused') }))).toHaveLength(2);
    expect(hrefs(links({ signature: asked('refused'), asks: false }))).toEqual(['/facilitateur/signatures/r1']);
    expect(hrefs(links({ asks: false }))).toEqual([]);
  });
});

const paper: Paper = {
  ...{ id: 'd1', kind: 'statement', audience: 'buyer', contractNumber: 12, contractObject: 'Nettoyage' },
  ...{ employerName: null, fromMonth: '2026-01', toMonth: '2026-03', knownOn: '2026-04-02', issuedByName: 'Amina' },
  ...{ validated: 123_450, declared: 150_000, replaced: false, signature: null },
  issuedAt: '2026-04-02T10:00:00Z' as unknown as Paper['issuedAt'],
};

describe('statements of hours that people sign', () => {
  const list = (given: Partial<Paper> = {}, signing: string | null = '/facilitateur/signatures') =>
    draw(PaperList, {
      ...{ rows: [{ ...paper, ...given }], total: 1, page: 1, signing },
      url: new URL('https://jonction.example/facilitateur/marches/c/documents'),
    });
  const toSign = (drawn: ReturnType<typeof list>) => hrefs(drawn).filter((href) => href?.includes('/signatures/'));

  it('lead to the form that asks, where whoever reads may ask', () => {
    expect(toSign(list())).toEqual(['/facilitateur/signatures/demander?document=d1']);
    expect(toSign(list({}, null))).toEqual([]);
  });

  it('are not those that name people, nor those that another one replaced', () => {
    expect(toSign(list({ audience: 'team' }))).toEqual([]);
    expect(toSign(list({ kind: 'record', audience: 'participant' }))).toEqual([]);
    expect(toSign(list({ replaced: true }))).toEqual([]);
    expect(isSignable({ kind: 'attestation', audience: 'employer' })).toBe(true);
  });

  it('show their proof once all signed, and ask no more', () => {
    expect(toSign(list({ signature: asked('complete') }))).toEqual(['/facilitateur/signatures/r1']);
  });
});

describe('the form, for what the product gives to sign', () => {
  const subject = {
    ...{ field: 'transferId' as const, id: 't1', title: 'Transfert d’heures' },
    people: [
      { name: 'Ada Marchand', quality: 'Toitures', address: 'ada@toitures.test' },
      { name: 'Bob Lenoir', quality: null, address: 'bob@peinture.test' },
    ],
  };
  const form = (refused: ComponentProps<typeof AskForm>['refused'] = null) =>
    draw(AskForm, { about: null, paper: null, subject, refused });
  const typedIn = (drawn: ReturnType<typeof form>, name: string) => attribute(one(drawn, 'input', { name }), 'value');

  it('asks for no file, and begins with its name and the people it binds', () => {
    const drawn = form();
    expect(all(drawn, 'input', { name: 'file' })).toEqual([]);
    expect(said(drawn)).toContain('vous n’avez rien à joindre');
    expect(
      ['transferId', 'title', 'name0', 'quality0', 'address1', 'quality1'].map((name) => typedIn(drawn, name)),
    ).toEqual(['t1', 'Transfert d’heures', 'Ada Marchand', 'Toitures', 'bob@peinture.test', '']);
  });

  it('keeps what was typed instead, once it was refused', () => {
    const values = { transferId: 't1', title: 'Autre', name0: 'Cléo' };
    const drawn = form({ sentence: 'Corrigez', values, fields: {} });
    expect(['title', 'name0', 'address0'].map((name) => typedIn(drawn, name))).toEqual(['Autre', 'Cléo', '']);
  });

  it('asks for a file where nothing is given', () => {
    expect(all(draw(AskForm, { about: null, paper: null, refused: null }), 'input', { name: 'file' })).toHaveLength(1);
  });
});
