import { signatureStates } from '@jonction/domain/signature/states';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import { fieldsOf, signersOf } from '../../../../apps/web/src/lib/server/signature-actions.ts';
import AskForm from '../../../../apps/web/src/lib/signature/AskForm.svelte';
import CheckedProof from '../../../../apps/web/src/lib/signature/CheckedProof.svelte';
import OwnToSign from '../../../../apps/web/src/lib/signature/OwnToSign.svelte';
import RequestList from '../../../../apps/web/src/lib/signature/RequestList.svelte';
import RequestPage from '../../../../apps/web/src/lib/signature/RequestPage.svelte';
import { type RequestRow, sizeOf } from '../../../../apps/web/src/lib/signature/request.ts';
import SignDesk from '../../../../apps/web/src/lib/signature/SignDesk.svelte';
import { all, attribute, describedBy, draw, heard, labelOf, one } from '../../../support/drawn.ts';

const sha256 = '0123456789abcdef'.repeat(4);
const row: RequestRow = {
  ...{ id: 'r1', title: 'Convention du groupement', employerName: 'Toitures du Val', askedByName: 'Nadia Roche' },
  ...{ askedOn: '2026-03-16', expiresOn: '2026-04-15', state: 'open' as const, people: 2, signed: 1 },
};
const bare = (drawn: ReturnType<typeof draw>) => heard(drawn).replaceAll(/\s/g, ' ');

describe('a list of documents to sign', () => {
  const list = (given: Partial<ComponentProps<typeof RequestList>> = {}) =>
    draw(RequestList, {
      ...{ rows: [row], total: 1, only: null, page: 1, pageSize: 30, home: '/facilitateur/signatures' },
      url: new URL('http://jonction.test/facilitateur/signatures'),
      ...given,
    });

  it('says what, where it stands, how many signed, until when and who asked', () => {
    const said = bare(list());
    for (const words of [
      'Convention du groupement',
      'Toitures du Val',
      '1 sur 2',
      '15 avr. 2026',
      'Nadia Roche, le 16 mars 2026',
    ]) {
      expect(said).toContain(words);
    }
    expect(attribute(one(list(), 'a', { href: '/facilitateur/signatures/r1' }), 'href')).toBeTruthy();
  });

  it.each(signatureStates)('has a word and a way for what is %s', (state) => {
    const drawn = list({ rows: [{ ...row, state }], only: state });
    expect(bare(drawn)).not.toMatch(/undefined|signature\.|list\./);
    expect(attribute(one(drawn, 'a', { 'aria-current': 'page' }), 'href')).toBe(`?voir=${state}`);
  });

  it('says what to do where nothing was ever asked, and that nothing is here where one looks', () => {
    expect(all(list({ rows: [], total: 0 }), 'a', { href: '/facilitateur/signatures/demander' })).toHaveLength(1);
    const picked = list({ rows: [], total: 0, only: 'refused' });
    expect(bare(picked)).toContain('Aucune demande ici');
    expect(all(picked, 'a', { href: '/facilitateur/signatures/demander' })).toHaveLength(0);
  });
});

describe('what waits for whoever is signed in', () => {
  it('is nothing at all where nothing waits', () => {
    expect(all(draw(OwnToSign, { rows: [] }), '*')).toEqual([]);
  });

  it('opens by a button that says which, and no address holds it', () => {
    const drawn = draw(OwnToSign, { rows: [{ ...row, signerId: 's1' }] });
    expect(attribute(one(drawn, 'button'), 'aria-label')).toMatch(/^Lire et signer\s: Convention du groupement$/);
    expect(attribute(one(drawn, 'input', { name: 'signerId' }), 'value')).toBe('s1');
    expect(all(drawn, 'a')).toEqual([]);
  });
});

describe('the form that asks', () => {
  const form = (given: Partial<ComponentProps<typeof AskForm>> = {}) =>
    draw(AskForm, { about: null, paper: null, refused: null, ...given });

  it('needs a name, a PDF and one person; the others are left empty at will', () => {
    const drawn = form();
    const needed = all(drawn, 'input').filter((input) => input.attributes.has('required'));
    expect(needed.map((input) => attribute(input, 'name')).sort()).toEqual(['address0', 'file', 'name0', 'title']);
    expect(labelOf(drawn, one(drawn, 'input', { name: 'address0' }))).toContain('Adresse électronique');
  });

  it('proposes the file that was brought for the paper it answers', () => {
    const paper = { itemId: 'i1', kind: 'Engagement d’insertion signé', fileId: 'f1', fileName: 'engagement.pdf' };
    const drawn = form({ about: { id: 'e1', name: 'Toitures du Val' }, paper });
    expect(attribute(one(drawn, 'input', { name: 'which', value: 'piece' }), 'checked')).toBeDefined();
    expect(one(drawn, 'input', { name: 'file' }).attributes.has('required')).toBe(false);
    expect(bare(drawn)).toContain('engagement.pdf');
    expect(attribute(one(drawn, 'input', { name: 'title' }), 'value')).toBe('Engagement d’insertion signé');
    expect(attribute(one(drawn, 'input', { name: 'itemId' }), 'value')).toBe('i1');
  });

  it('keeps what was typed, says what is wrong at its field, and opens what hides it', () => {
    const refused = {
      sentence: 'Corrigez',
      fields: { address3: 'Cette adresse électronique n’est pas complète.' },
      values: { title: 'Avenant', name3: 'Bob Lenoir', address3: 'bob@' },
    };
    const drawn = form({ refused });
    const wrong = one(drawn, 'input', { name: 'address3' });
    expect(attribute(wrong, 'value')).toBe('bob@');
    expect(describedBy(drawn, wrong).join(' ')).toContain('n’est pas complète');
    expect(one(drawn, 'details').attributes.has('open')).toBe(true);
    expect(one(form(), 'details').attributes.has('open')).toBe(false);
  });
});

describe('the people of a form', () => {
  const formOf = (values: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    return form;
  };

  it('are those that hold something, in their order', () => {
    const { places, signers } = signersOf(
      formOf({ name0: ' Ada Marchand ', address0: 'ada@a.test', name1: '', name3: 'Bob Lenoir', quality3: 'gérant' }),
    );
    expect(places).toEqual([0, 3]);
    expect(signers).toEqual([
      { name: 'Ada Marchand', address: 'ada@a.test', quality: null },
      { name: 'Bob Lenoir', address: '', quality: 'gérant' },
    ]);
  });

  it('hear of what is wrong where it was typed, whatever was left empty before', () => {
    const fields = { 'signers.1.address': 'incomplète', title: 'manque', signers: 'deux fois' };
    expect(fieldsOf(fields, [0, 3])).toEqual({ address3: 'incomplète', title: 'manque', signers: 'deux fois' });
  });
});

describe('one document to sign', () => {
  type Request = ComponentProps<typeof RequestPage>['request'];
  const signer: Request['signers'][number] = {
    ...{ id: 's1', name: 'Ada Marchand', quality: 'gérante', address: 'ada@a.test', lastLetterOn: '2026-03-16' },
    ...{ openedAt: null, answer: null, answeredAt: null, reason: null },
  };
  const request: Request = {
    ...{
      ...row,
      note: null,
      fileId: 'f1',
      fileName: 'convention.pdf',
      fileSha256: sha256,
      sizeBytes: 84_200,
      pages: 2,
    },
    ...{ sentence: 'Lu et approuvé.', mayChange: true, end: null, proofCode: null, signers: [signer] },
  };
  const page = (given: Partial<ComponentProps<typeof RequestPage>['request']> = {}) =>
    draw(RequestPage, { request: { ...request, ...given }, refused: null });
  const actions = (drawn: ReturnType<typeof page>) => all(drawn, 'form').map((form) => attribute(form, 'action'));

  it('says who did what, in words', () => {
    expect(bare(page())).toContain('n’a pas ouvert');
    const opened = { ...signer, openedAt: '2026-03-16T09:00:00.000Z' };
    expect(bare(page({ signers: [opened] }))).toContain('a ouvert le 16 mars 2026 à 10 h 00');
    const refused = {
      ...opened,
      answer: 'refused',
      answeredAt: '2026-03-17T09:00:00.000Z',
      reason: 'Le prix.',
    } as const;
    expect(bare(page({ signers: [refused] }))).toMatch(/a refusé le 17 mars 2026.*Motif : Le prix\./);
  });

  it('shows the bytes by their hash, in groups that are read aloud', () => {
    expect(bare(page())).toContain('01234567 89abcdef');
    expect(bare(page())).toContain('2 pages, 84 Ko');
  });

  it('is reminded of and withdrawn by whoever asked, while it waits', () => {
    expect(actions(page())).toEqual(['?/relancer', '?/retirer']);
    expect(actions(page({ state: 'expired' }))).toEqual(['?/retirer']);
    expect(actions(page({ mayChange: false }))).toEqual([]);
    expect(actions(page({ state: 'complete' }))).toEqual([]);
  });

  it('gives its proof and the page that checks it once there is one', () => {
    expect(all(page(), 'a').map((a) => attribute(a, 'href'))).toEqual(['/api/downloads/f1']);
    const signed = page({ state: 'complete', proofCode: 'AAAAA-BBBBB' });
    expect(all(signed, 'a').map((a) => attribute(a, 'href'))).toEqual([
      ...['/api/downloads/f1', '/api/signatures/r1.pdf', '/verification/AAAAA-BBBBB'],
    ]);
  });

  it('says why it was withdrawn', () => {
    const end = { at: '2026-03-18T09:00:00.000Z', reason: 'Mauvaise version.' };
    expect(bare(page({ state: 'withdrawn', end }))).toContain('Motif : Mauvaise version.');
  });
});

describe('the desk of whoever signs', () => {
  type Desk = ComponentProps<typeof SignDesk>;
  const document: Desk['document'] = {
    ...{ title: 'Convention', note: null, fileName: 'c.pdf', sha256, sizeBytes: 1_250_000, pages: 12 },
    ...{
      sentence: 'Lu et approuvé. J’ai lu.',
      expiresOn: '2026-04-15',
      state: 'open' as const,
      endReason: null,
      proofCode: null,
    },
    ...{ own: { address: 'ada@a.test', answer: null, answeredAt: null }, others: [] },
  };
  const desk = (given: Partial<Desk['document']> = {}, state: Partial<Omit<Desk, 'document'>> = {}) =>
    draw(SignDesk, {
      document: { ...document, ...given },
      read: '/signer/t/lire',
      codeSent: false,
      refused: null,
      ...state,
    });
  const actions = (drawn: ReturnType<typeof desk>) => all(drawn, 'form').map((form) => attribute(form, 'action'));

  it('gives the document by a button and not by an address, in a new tab, then the code, then the signature', () => {
    const first = desk();
    expect(actions(first)).toEqual(['/signer/t/lire/document', '?/code', '?/refuser']);
    expect(attribute(one(first, 'form', { action: '/signer/t/lire/document' }), 'target')).toBe('_blank');
    expect(all(first, 'a')).toEqual([]);
    expect(actions(desk({}, { codeSent: true }))).toEqual([
      '/signer/t/lire/document',
      '?/code',
      '?/signer',
      '?/refuser',
    ]);
  });

  it('signs the very bytes that it showed, with a name that is typed and a box that is not ticked', () => {
    const drawn = desk({}, { codeSent: true });
    expect(attribute(one(drawn, 'input', { name: 'sha256' }), 'value')).toBe(sha256);
    expect(attribute(one(drawn, 'input', { name: 'name' }), 'value') ?? '').toBe('');
    expect(one(drawn, 'input', { name: 'agreed' }).attributes.has('checked')).toBe(false);
    expect(attribute(one(drawn, 'input', { name: 'code' }), 'autocomplete')).toBe('one-time-code');
    expect(bare(drawn)).toContain('Lu et approuvé. J’ai lu.');
  });

  it('keeps the name when the code is wrong, and says it at the field', () => {
    const refused = {
      sentence: 'Non',
      fields: { code: 'Il reste 4 essais.' },
      values: { code: '111111', name: 'Ada', agreed: 'oui' },
    };
    const drawn = desk({}, { codeSent: true, refused });
    expect(attribute(one(drawn, 'input', { name: 'name' }), 'value')).toBe('Ada');
    expect(describedBy(drawn, one(drawn, 'input', { name: 'code' })).join(' ')).toContain('Il reste 4 essais.');
    expect(one(drawn, 'input', { name: 'agreed' }).attributes.has('checked')).toBe(true);
  });

  it('opens the refusal again where its reason was missing', () => {
    const refused = { sentence: 'Dites pourquoi', fields: { reason: 'Dites pourquoi' }, values: { reason: '' } };
    expect(one(desk({}, { refused }), 'details').attributes.has('open')).toBe(true);
    expect(one(desk(), 'details').attributes.has('open')).toBe(false);
  });

  it('acts no more once she answered, and gives the proof when everybody did', () => {
    const own = { address: 'ada@a.test', answer: 'signed', answeredAt: '2026-03-16T09:00:00.000Z' } as const;
    const waits = desk({ own });
    expect(actions(waits)).toEqual(['/signer/t/lire/document']);
    expect(bare(waits)).toContain('quand tout le monde aura signé');
    const done = desk({ own, state: 'complete', proofCode: 'AAAAA-BBBBB' });
    expect(actions(done)).toEqual(['/signer/t/lire/document', '/signer/t/lire/preuve']);
  });

  it.each(signatureStates.filter((state) => state !== 'open'))('takes nothing on a request that is %s', (state) => {
    expect(actions(desk({ state }, { codeSent: true }))).toEqual(['/signer/t/lire/document']);
  });

  it('names the others with what they did, and never their address', () => {
    const others = [{ name: 'Bob Lenoir', quality: 'mandataire', answer: 'signed' } as const];
    expect(bare(desk({ others }))).toContain('Bob Lenoir, mandataire a signé');
  });
});

describe('a proof that is checked', () => {
  const proof = {
    ...{
      title: 'Convention',
      sha256,
      pages: 2,
      sizeBytes: 900,
      forName: 'Clauses du Val',
      issuedAt: '2026-03-16T09:00:00.000Z',
    },
    signers: [{ initials: 'A. M.', quality: 'gérante', signedAt: '2026-03-16T09:00:00.000Z' }],
  };
  const checked = (compared: string | null) => draw(CheckedProof, { proof, compared });

  it('says what was signed, for whom, and by whose initials', () => {
    const said = bare(checked(null));
    for (const words of [
      'Convention',
      'Clauses du Val',
      'A. M. (gérante), le 16 mars 2026',
      '01234567 89abcdef',
      '1 Ko',
    ]) {
      expect(said).toContain(words);
    }
  });

  it('compares a file that somebody holds', () => {
    expect(bare(checked(sha256))).toContain('C’est le document signé');
    expect(bare(checked('f'.repeat(64)))).toContain('Ce n’est pas le document signé');
    expect(bare(checked(null))).not.toMatch(/est pas le document|C’est le document/);
    const drawn = checked('');
    expect(describedBy(drawn, one(drawn, 'input', { name: 'file' })).join(' ')).toContain('Choisissez un fichier.');
  });
});

describe('a size', () => {
  it.each([
    [1, '1 Ko'],
    [84_200, '84 Ko'],
    [999_400, '999 Ko'],
    [1_250_000, '1,3 Mo'],
    [10_000_000, '10 Mo'],
  ])('of %i octets reads %s', (bytes, words) => {
    expect(sizeOf(bytes, 'fr').replaceAll(/\s/g, ' ')).toBe(words);
  });
});
