import { documentKinds } from '@jonction/domain/report/document';
import { documentWords } from '@jonction/domain/report/document-words';
import { translate } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import CheckedPaper from '../../../../apps/web/src/lib/report/CheckedPaper.svelte';
import CheckForm from '../../../../apps/web/src/lib/report/CheckForm.svelte';
import OwnHours from '../../../../apps/web/src/lib/report/OwnHours.svelte';
import PaperDesk from '../../../../apps/web/src/lib/report/PaperDesk.svelte';
import PaperForm from '../../../../apps/web/src/lib/report/PaperForm.svelte';
import { monthsOf, type Paper, yearTo } from '../../../../apps/web/src/lib/report/paper.ts';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

const paper: Paper = {
  id: 'd1',
  kind: 'statement',
  audience: 'buyer',
  contractNumber: 12,
  contractObject: 'Nettoyage <b>des écoles</b>',
  employerName: null,
  fromMonth: '2026-01',
  toMonth: '2026-03',
  knownOn: '2026-04-02',
  issuedAt: '2026-04-02T10:00:00Z' as unknown as Paper['issuedAt'],
  issuedByName: 'Amina Belkacem',
  validated: 123_450,
  declared: 150_000,
  signature: null,
  replaced: false,
};
const today = '2026-04-02';
const url = new URL('http://jonction.test/facilitateur/marches/c1/documents');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const papers = (rows: Paper[], issued: string | null = null) => ({ rows, total: rows.length, page: 1, issued });

describe('the desk of papers', () => {
  it('lists what was issued: what, for whom, which months, as known when, by whom, its two files', () => {
    const page = draw(PaperDesk, { severalContracts: true, papers: papers([paper]), url, today, refused: null });
    const text = plain(words(page));
    for (const said of [
      'Relevé des heures du marché',
      'pour l’acheteur, sans nom',
      'n° 12 · Nettoyage <b>des écoles</b>',
      'janvier 2026 – mars 2026',
      '1 234,5 h sur 1 500 h déclarées',
      'heures connues au 2 avr. 2026',
      'par Amina Belkacem',
    ]) {
      expect(text).toContain(said);
    }
    const files = all(page, 'a').map((link) => attribute(link, 'href'));
    expect(files).toEqual(expect.arrayContaining(['/api/documents/d1.pdf', '/api/documents/d1.xlsx']));
    expect(page.html).not.toContain('<b>');
  });

  it('says to each file what it is a file of, for whoever hears links alone', () => {
    const page = draw(PaperDesk, { papers: papers([paper]), url, today, refused: null });
    const names = all(page, 'a').map((link) => plain(attribute(link, 'aria-label') ?? ''));
    expect(names).toContain('Fichier PDF : Relevé des heures du marché, janvier 2026 – mars 2026');
  });

  it('says what to do first where nothing was issued', () => {
    const text = words(draw(PaperDesk, { papers: papers([]), url, today, refused: null }));
    expect(text).toContain('Aucun document établi');
    expect(text).toContain('Choisissez un document et ses mois');
  });

  it('shows the one just issued with its files, and the one that was replaced as such', () => {
    const page = draw(PaperDesk, { papers: papers([{ ...paper, replaced: true }], 'd1'), url, today, refused: null });
    expect(words(page)).toContain('Le document est établi.');
    expect(words(page)).toContain('remplacé par un plus récent');
    expect(all(page, 'a').filter((link) => attribute(link, 'href') === '/api/documents/d1.pdf')).toHaveLength(2);
  });

  it('names each kind of paper', () => {
    for (const kind of documentKinds) {
      const page = draw(PaperDesk, { papers: papers([{ ...paper, kind }]), url, today, refused: null });
      expect(words(page)).toContain(translate(documentWords, 'fr', `report.kind.${kind}`));
    }
  });
});

describe('the form of a paper', () => {
  const kinds = [
    { value: 'statement', label: 'Relevé' },
    { value: 'certificate', label: 'Certificat' },
  ];

  it('offers the year that runs, and asks for nothing that has one answer', () => {
    const page = draw(PaperForm, { today, refused: null });
    const months = all(page, 'input').filter((input) => attribute(input, 'type') === 'month');
    expect(
      months.map((input) => [attribute(input, 'name'), attribute(input, 'value'), attribute(input, 'max')]),
    ).toEqual([
      ['fromMonth', '2026-01', '2026-04'],
      ['toMonth', '2026-04', '2026-04'],
    ]);
    expect(all(page, 'select')).toHaveLength(0);
    expect(all(draw(PaperForm, { today, refused: null, kinds }), 'select')).toHaveLength(1);
  });

  it('gives back what was typed, with the refusal at its field', () => {
    const refused = {
      sentence: 'Corrigez',
      fields: { toMonth: 'Le premier mois vient après le dernier.' },
      values: { fromMonth: '2026-03', toMonth: '2026-02', knownOn: '2026-03-31', document: 'certificate' },
    };
    const page = draw(PaperForm, { today, refused, kinds });
    const wrong = all(page, 'input').find((input) => attribute(input, 'aria-invalid') === 'true');
    expect(wrong && attribute(wrong, 'value')).toBe('2026-02');
    expect(words(page)).toContain('Le premier mois vient après le dernier.');
    expect(page.html).toContain('value="2026-03-31"');
  });

  it('asks for a company or a contract where there are some', () => {
    const given = {
      today,
      refused: null,
      kinds,
      companies: [{ value: 'e1', label: 'Propreté du Val' }],
      contracts: [{ value: 'c1', label: '12 · Nettoyage' }],
    };
    const page = draw(PaperForm, given);
    expect(all(page, 'select').map((select) => attribute(select, 'name'))).toEqual([
      'document',
      'contractId',
      'employerId',
    ]);
  });
});

describe('months', () => {
  it('are said as one or as a span', () => {
    expect(plain(monthsOf({ fromMonth: '2026-01', toMonth: '2026-01' }, 'fr'))).toBe('janvier 2026');
    expect(plain(monthsOf(paper, 'en'))).toBe('January 2026 – March 2026');
    expect(yearTo('2026-01-15')).toEqual({ fromMonth: '2026-01', toMonth: '2026-01' });
  });
});

describe('her own hours', () => {
  const given = { papers: [], issued: null, home: '/moi/x', today, refused: null };

  it('ask for a sheet in one press, and say where there is none yet', () => {
    const page = draw(OwnHours, given);
    expect(all(page, 'button').map(words)).toEqual(['Avoir ma feuille']);
    expect(words(page)).toContain('Pas encore de feuille.');
  });

  it('open the sheet through her own page, never through an account', () => {
    const record: Paper = { ...paper, kind: 'record', contractNumber: null, contractObject: null };
    const page = draw(OwnHours, { ...given, papers: [record], issued: record });
    const links = all(page, 'a').map((link) => attribute(link, 'href'));
    expect(links).toEqual(['/moi/x/heures/d1.pdf', '/moi/x/heures/d1.xlsx', '/moi/x/heures/d1.pdf']);
    expect(plain(words(page))).toContain('De janvier 2026 à mars 2026 : 1 234,5 h validées');
  });
});

describe('the page that checks a paper', () => {
  const sum = { declared: 300, validated: 150, exceptional: 50, pending: 100, rejected: 50 };
  const document = {
    kind: 'certificate' as const,
    structureName: 'Clauses du Val',
    contract: { reference: '2020-07', object: 'Nettoyage', buyerName: 'Ville du Val' },
    employerName: null,
    fromMonth: '2026-01',
    toMonth: '2026-03',
    knownOn: '2026-04-02',
    issuedOn: '2026-04-02',
    replacedOn: null,
    sum,
  };

  it('says that it is genuine, with each figure and date, without a script', () => {
    const text = plain(words(draw(CheckedPaper, { checked: { state: 'valid', document } })));
    for (const said of [
      'Ce document est authentique.',
      'Certificat d’heures d’insertion exécutées',
      'Clauses du Val',
      'Nettoyage (2020-07)',
      'Ville du Val',
      'janvier 2026 – mars 2026',
      '2 avr. 2026',
      '3 h',
      '1,5 h',
      '0,5 h',
      'le nom d’aucune personne',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('says that a later one took its place, and since when', () => {
    const checked = { state: 'replaced' as const, document: { ...document, replacedOn: '2026-05-04' } };
    expect(plain(words(draw(CheckedPaper, { checked })))).toContain('un plus récent l’a remplacé le 4 mai 2026.');
  });

  it('says nothing but that it does not know a code', () => {
    const page = draw(CheckedPaper, { checked: { state: 'unknown', document: null } });
    expect(words(page)).toContain('Aucun document ne porte ce code.');
    expect(all(page, 'dl')).toHaveLength(0);
  });

  it('keeps the code that was typed', () => {
    expect(attribute(one(draw(CheckForm, { code: 'AAAAA-BBBBB' }), 'input'), 'value')).toBe('AAAAA-BBBBB');
    expect(attribute(one(draw(CheckForm, { code: '' }), 'form'), 'action')).toBe('/verification');
  });
});
