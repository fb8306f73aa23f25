import { linesOfPage, type PlacedText } from '@jonction/documents/cv/page-layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const size = 10;
/** A piece of text whose letters are half as wide as they are high. */
function at(x: number, y: number, str: string, fontSize = size): PlacedText {
  return { str, x, y, width: str.length * fontSize * 0.5, fontSize };
}

const column = (x: number, top: number, lines: readonly string[], step = 14) =>
  lines.map((line, row) => at(x, top - row * step, line));
const filled = (items: readonly PlacedText[]) => linesOfPage(items).filter((line) => line !== '');

describe('a page of one column', () => {
  it('is read from top to bottom, in whatever order its pieces were placed', () => {
    const lines = ['Awa INVENTÉE', 'agente de propreté', '75013 Paris', 'Expérience', '2018 - 2020 : maçonne'];
    fc.assert(
      fc.property(fc.shuffledSubarray(column(50, 800, lines), { minLength: lines.length }), (items) => {
        expect(filled(items)).toEqual(lines);
      }),
    );
  });

  it('glues the pieces of a word and parts the words', () => {
    expect(linesOfPage([at(50, 800, 'Maç'), at(65, 800, 'onne'), at(89, 800, 'depuis')])).toEqual(['Maçonne depuis']);
  });

  it('keeps pieces that stand far apart on a line apart', () => {
    expect(linesOfPage([at(50, 800, '2018'), at(200, 800, 'Maçonne')])).toEqual(['2018\tMaçonne']);
  });

  it('takes letters set a little higher for the same line', () => {
    expect(filled([at(50, 800, '1'), at(55, 803, 'er', 6), at(63, 800, 'mars')])).toEqual(['1er mars']);
  });

  it('leaves a blank line where the page leaves one', () => {
    expect(linesOfPage([at(50, 800, 'A'), at(50, 786, 'B'), at(50, 740, 'C')])).toEqual(['A', 'B', '', 'C']);
  });

  it('of nothing, or of spaces, has no line', () => {
    expect(linesOfPage([])).toEqual([]);
    expect(linesOfPage([at(50, 800, '   '), at(80, 800, '')])).toEqual([]);
  });
});

describe('a page of two columns', () => {
  const left = ['Langues', 'Français', 'Anglais', 'Permis B', 'Loisirs'];
  const right = ['Expérience', 'Maçonne chez Pierre', 'Coulage de béton', 'Cariste chez Galdin', 'Chargement'];

  it('is read one column after the other', () => {
    expect(filled([...column(40, 700, left), ...column(260, 700, right)])).toEqual([...left, ...right]);
  });

  it('is read so even when the lines of the columns do not face each other', () => {
    expect(filled([...column(40, 700, left, 17), ...column(260, 707, right, 13)])).toEqual([...left, ...right]);
  });

  it('begins with the title that spans both and ends with the foot', () => {
    const title = at(60, 760, 'Awa INVENTÉE, agente de propreté à Paris, disponible');
    const foot = at(40, 500, 'Références sur demande, disponible dès maintenant, permis B');
    expect(filled([...column(260, 700, right), title, foot, ...column(40, 700, left)])).toEqual([
      title.str,
      ...left,
      ...right,
      foot.str,
    ]);
  });

  it('whose left one is of dates is read row by row', () => {
    const dates = ['2018 - 2020', '2015 - 2018', '2012 - 2015', '2010 - 2012'];
    const jobs = ['Maçonne', 'Cariste', 'Peintre', 'Plaquiste'];
    expect(filled([...column(40, 700, dates), ...column(260, 700, jobs)])).toEqual(
      dates.map((date, row) => `${date}\t${jobs[row] ?? ''}`),
    );
  });

  it('whose left one is of labels is read row by row', () => {
    const labels = ['Nom :', 'Adresse :', 'Téléphone :', 'Permis :'];
    const values = ['Awa INVENTÉE', 'Paris', '06 39 98 10 21', 'B'];
    expect(filled([...column(40, 700, labels), ...column(160, 700, values)])).toEqual(
      labels.map((label, row) => `${label}\t${values[row] ?? ''}`),
    );
  });
});

it('loses no word and invents none, wherever the pieces are', () => {
  const piece = fc.record({
    x: fc.integer({ min: 0, max: 550 }),
    y: fc.integer({ min: 0, max: 800 }),
    word: fc.constantFrom('maçonne', 'Paris', '2018', 'B', 'chez :', 'à'),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const items = pieces.map(({ x, y, word }) => at(x, y, word));
      const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
      expect(letters(linesOfPage(items).join(''))).toBe(letters(pieces.map(({ word }) => word).join('')));
    }),
    { numRuns: 200 },
  );
});
