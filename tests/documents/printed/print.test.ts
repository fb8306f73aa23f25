import { printPdf } from '@jonction/documents/printed/print';
import type { Printed } from '@jonction/documents/printed/printed';
import { writePrintedSheet } from '@jonction/documents/printed/write-printed-sheet';
import { describe, expect, it } from 'vitest';
import { nodesOf, readPdf, readRows } from '../../support/printed-files.ts';

const hostile = '#eval("1+1") $x$ *gras* \\ @cite <label> #sys.inputs';
const paper: Printed = {
  title: `Relevé ${hostile}`,
  locale: 'fr',
  from: 'Équipe du Val',
  reference: 'Document 12345-ABCDE',
  blocks: [
    {
      kind: 'facts',
      rows: [
        ['Acheteur', 'Ville de « Val »'],
        ['Connu au', { day: '2020-05-18' }],
      ],
    },
    { kind: 'text', text: `Une phrase, ${hostile}` },
    { kind: 'heading', text: 'Un titre' },
    {
      kind: 'table',
      caption: 'Par mois',
      headers: ['Mois', 'Heures', 'Montant', 'Lignes'],
      rows: [
        ['mars 2020', { centihours: 123_450 }, { cents: 1250 }, { count: 1200 }],
        ['=HYPERLINK("http://exemple.test")', { centihours: 0 }, { cents: 0 }, { count: 0 }],
        ['+33 1', { centihours: 1 }, { cents: 1 }, { count: 1 }],
        ['-2', { centihours: 1 }, { cents: 1 }, { count: 1 }],
        ['@SUM(A1)', { centihours: 1 }, { cents: 1 }, { count: 1 }],
      ],
      total: ['Total', { centihours: 123_453 }, { cents: 1253 }, { count: 1203 }],
      empty: 'Rien.',
    },
    { kind: 'table', caption: 'Vide', headers: ['A', 'B'], rows: [], empty: 'Aucune ligne ce mois-ci.' },
  ],
  check: { address: 'http://jonction.test/verification/AB', alt: 'Code QR du document', words: 'Vérifiez ici.' },
};
const at = new Date('2020-05-18T10:00:00Z');

describe('a printed paper', () => {
  it('is a tagged PDF/UA file with its title, its language, its fonts inside', async () => {
    const pdf = await readPdf(await printPdf(paper, at));
    expect(pdf).toMatchObject({ title: paper.title, language: 'fr', uaPart: '1', embedsFonts: true });
    expect(nodesOf(pdf.trees, 'H1')).toHaveLength(1);
    expect(nodesOf(pdf.trees, 'H2')).toHaveLength(3);
  });

  it('marks the headers of its tables, and every table has them', async () => {
    const { trees } = await readPdf(await printPdf(paper, at));
    const tables = nodesOf(trees, 'Table');
    expect(tables).toHaveLength(1);
    expect(nodesOf(tables, 'TH')).toHaveLength(4);
    expect(nodesOf(tables, 'THead')).toHaveLength(1);
    expect(nodesOf(tables, 'TR')).toHaveLength(7);
  });

  it('says its QR code in words', async () => {
    const { trees } = await readPdf(await printPdf(paper, at));
    expect(nodesOf(trees, 'Figure').map(({ alt }) => alt)).toEqual(['Code QR du document']);
    expect(nodesOf(trees, 'Link')).toHaveLength(1);
  });

  it('takes nothing that was typed for markup', async () => {
    const { text } = await readPdf(await printPdf(paper, at));
    for (const words of [`Relevé ${hostile}`, `Une phrase, ${hostile}`, '=HYPERLINK("http://exemple.test")']) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
    }
  });

  it('says figures with their unit, and an empty table in words', async () => {
    const { text } = await readPdf(await printPdf(paper, at));
    for (const words of [
      '1 234,5 h',
      '12,50 € HT',
      '1 200',
      '18 mai 2020',
      'Aucune ligne ce mois-ci.',
      'Vérifiez ici.',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('repeats the headers of a long table on each page', async () => {
    const rows = Array.from({ length: 120 }, (_, line) => [`Ligne ${line}`, { centihours: line }] as const);
    const long: Printed = {
      ...paper,
      blocks: [{ kind: 'table', caption: 'Longue', headers: ['Qui', 'Heures'], rows, empty: '' }],
    };
    const pdf = await readPdf(await printPdf(long, at));
    expect(pdf.pages).toBeGreaterThan(2);
    expect(pdf.text.match(/Qui\s+Heures/g)?.length).toBe(pdf.pages);
    expect(pdf.text).toContain('Ligne 119');
  });

  it.each([
    ['Zoë Łukasz Ğül Ñandú', 'Zoë Łukasz Ğül Ñandú'],
    ['Юлия Ελένη', 'Юлия Ελένη'],
    ['Li (\ufffe)', 'Li (?)'],
    ['avant\u0000après', 'avant?après'],
  ])('draws %s, and never fails on a letter that no font draws', async (name, drawn) => {
    const one: Printed = { ...paper, title: name, blocks: [{ kind: 'text', text: name }] };
    const pdf = await readPdf(await printPdf(one, at));
    expect(pdf.text).toContain(drawn);
    expect(pdf.title).toBe(drawn);
  });

  it('is the same file when it is made again', async () => {
    expect(Buffer.from(await printPdf(paper, at)).equals(Buffer.from(await printPdf(paper, at)))).toBe(true);
  });

  it('keeps the thread free while it is set', async () => {
    let turns = 0;
    const clock = setInterval(() => turns++, 5);
    await printPdf(paper, at);
    clearInterval(clock);
    expect(turns).toBeGreaterThan(3);
  });
});

describe('the same paper as a spreadsheet', () => {
  it('has its figures as numbers and its days as dates', async () => {
    const rows = await readRows(await writePrintedSheet(paper));
    const march = rows.find(([first]) => first === 'mars 2020');
    expect(march).toEqual(['mars 2020', 1234.5, 12.5, 1200]);
    expect(rows.find(([first]) => first === 'Total')).toEqual(['Total', 1234.53, 12.53, 1203]);
    expect(rows.find(([first]) => first === 'Connu au')?.[1]).toEqual(new Date('2020-05-18T00:00:00Z'));
  });

  it('neutralises what a spreadsheet would take for a formula', async () => {
    const rows = await readRows(await writePrintedSheet(paper));
    const firsts = rows.map(([first]) => first);
    for (const words of [`'=HYPERLINK("http://exemple.test")`, `'+33 1`, `'-2`, `'@SUM(A1)`]) {
      expect(firsts).toContain(words);
    }
    expect(firsts.filter((first) => typeof first === 'string' && /^[=+\-@]/.test(first))).toEqual([]);
  });
});
