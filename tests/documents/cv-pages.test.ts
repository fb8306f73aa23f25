import { linesOfPage, linesOfPages, type PlacedText } from '@jonction/documents/cv/page-layout';
import { CvFileRefused } from '@jonction/documents/cv/source';
import { cvFileWords } from '@jonction/documents/cv/words';
import { cvTextOf } from '@jonction/documents/cv-text';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf } from '../support/cv-docx.ts';
import { scannedPdf } from '../support/cv-pdf.ts';

/** Lines of one column, ten points high, six points a letter. */
function column(...lines: string[]): PlacedText[] {
  return lines.map((str, row) => ({ str, x: 40, y: 700 - 13 * row, width: str.length * 6, fontSize: 10 }));
}
const edge = 'Une ligne qui va jusqu’au bord de la colonne, bien remplie.';

describe('a line of a PDF that had no room', () => {
  it.each([
    ['Monteur de pneumatiques puis mécanicien rapide - de 2003 à', '2008'],
    ['Esthéticienne, Institut Peau de Pêche, Montpellier (sept.', '2022 - août 2025)'],
    ['• Participation à l’informatisation de l’atelier : ordres,', 'suivi des temps'],
    ['• Entretien courant des véhicules toutes marques, de l’', 'accueil à la restitution'],
  ])('goes on with the next: %s', (first, second) => {
    expect(linesOfPage(column(edge, first, second)).at(-1)).toBe(`${first} ${second}`);
  });

  it.each([
    ['Agent de sécurité incendie, tour Horizon et garde à vue', 'Hypermarché Belle Étoile'],
    ['• Rondes de nuit et contrôle des accès de la tour Horizon', '• Levée de doute'],
    ['Cette maison familiale a fermé au départ du patron hier.', 'carrossier-peintre'],
    ['Coiffeuse', 'en salon'],
  ])('is left alone before one of its own: %s', (first, second) => {
    expect(linesOfPage(column(edge, first, second)).slice(-2)).toEqual([first, second]);
  });
});

describe('the head and the foot of pages', () => {
  it('are told once, and what the pages hold each time', () => {
    const first = column('Jean PELLERIN - page du dossier', 'Maçon', '2019 - 2021', 'Bâti Nord', 'Tél. 06 39 98 10 21');
    const second = column('Jean PELLERIN - page du dossier', 'Maçon', 'Carreleur', 'Tél. 06 39 98 10 21');
    expect(linesOfPages([first, second]).filter((line) => line !== '')).toEqual([
      'Jean PELLERIN - page du dossier',
      'Maçon',
      '2019 - 2021',
      'Bâti Nord',
      'Tél. 06 39 98 10 21',
      'Carreleur',
    ]);
  });

  it('of a Word document are read, without the codes of its fields', async () => {
    const parts = unzipSync(docxOf('Expérience\nCariste'));
    const paragraph = (words: string): string =>
      `<w:hdr xmlns:w="w"><w:p><w:r><w:t>${words}</w:t><w:instrText> PAGE </w:instrText></w:r></w:p></w:hdr>`;
    const file = zipSync({
      ...parts,
      'word/header1.xml': strToU8(paragraph('Nadège LECOURT')),
      'word/header2.xml': strToU8(paragraph('Nadège LECOURT')),
      'word/footer1.xml': strToU8(paragraph('06 39 98 10 10')),
    });
    expect((await cvTextOf(file)).text).toBe('Nadège LECOURT\nExpérience\nCariste\n06 39 98 10 10');
  });
});

describe('the signs of a list', () => {
  it.each(['●', '➤', '♥', '\uf0b7', '→', '✿'])('%j is a dot', async (sign) => {
    const { text } = await cvTextOf(strToU8(`Compétences\n${sign} Chape\n${sign}Ragréage`));
    expect(text).toBe('Compétences\n• Chape\n• Ragréage');
  });

  it('leave an arrow between two dates, and a minus', async () => {
    const written = '2019 → 2021 Maçon\n- Chape\n+ 6 mois';
    expect((await cvTextOf(strToU8(written))).text).toBe(written);
  });
});

describe('a scan', () => {
  const codeOf = (bytes: Uint8Array): Promise<unknown> =>
    cvTextOf(bytes).catch((error: unknown) => (error instanceof CvFileRefused ? error.code : error));

  it('is refused in words that say to type it in, as a PDF and as a Word document of one image', async () => {
    const parts = unzipSync(docxOf(''));
    const picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="rId9"/></w:drawing></w:r></w:p>';
    const body = new TextDecoder().decode(parts['word/document.xml']).replace('<w:body>', `<w:body>${picture}`);
    const word = zipSync({
      ...parts,
      'word/document.xml': strToU8(body),
      'word/media/image1.png': strToU8('\u0089PNG'),
    });
    expect(await codeOf(scannedPdf())).toBe('cv_file.no_text');
    expect(await codeOf(word)).toBe('cv_file.no_text');
    expect(cvFileWords.fr['cv_file.no_text']).toMatch(/ne contient pas de texte.*Saisissez le CV à la main/);
    expect(cvFileWords.en['cv_file.no_text']).toMatch(/no text.*Type the CV in/);
  });
});
