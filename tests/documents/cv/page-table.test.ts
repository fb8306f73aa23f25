import { linesOfPage, type PlacedText } from '@jonction/documents/cv/page-layout';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const size = 10;
const letter = size * 0.5;
/** A piece of text whose letters are half as wide as they are high. */
const at = (x: number, y: number, str: string): PlacedText => ({
  str,
  x,
  y,
  width: str.length * letter,
  fontSize: size,
});
const filled = (items: readonly PlacedText[]) => linesOfPage(items).filter((line) => line !== '');

const widths = [60, 150, 200];
const lefts = [50, 130, 300];
const leading = 13;
const betweenRows = 18;

/** A table as a word processor draws it: cells of a row wrap, and stand at its top or around its middle. */
function table(rows: readonly (readonly string[])[], standing: 'top' | 'middle'): PlacedText[] {
  let y = 700;
  return rows.flatMap((cells) => {
    const wrapped = cells.map((cell, column) => wrap(cell, widths[column] ?? 100));
    const tallest = Math.max(...wrapped.map((lines) => lines.length));
    const top = y;
    y -= (tallest - 1) * leading + betweenRows;
    return wrapped.flatMap((lines, column) => {
      const first = standing === 'top' ? top : top - ((tallest - lines.length) * leading) / 2;
      return lines.map((line, order) => at(lefts[column] ?? 0, first - order * leading, line));
    });
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + 1 + word.length) * letter <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const jobs = [
  [
    '2020 à ce jour',
    'Couvreur zingueur, Toits du Levant',
    "pose d'ardoises au crochet, zinguerie, pose de fenêtres de toit",
  ],
  ['2015 à 2020', 'Couvreur, SARL Ardoise', "tuiles, étanchéité des toits-terrasses, isolation par l'extérieur"],
  ['2014', 'Charpentier (contrat de cinq mois)', 'taille et levage de fermettes'],
];

describe('a table whose cells go over several lines', () => {
  it.each(['top', 'middle'] as const)('is read row by row, its cells at the %s', (standing) => {
    expect(filled(table(jobs, standing))).toEqual(jobs.map((cells) => cells.join('\t')));
  });

  it('leaves what stands above and below where it stands', () => {
    const items = [
      at(50, 760, 'Awa INVENTÉE'),
      at(50, 745, 'Couvreuse'),
      ...table(jobs, 'middle'),
      at(50, 520, 'Permis B'),
    ];
    const lines = filled(items);
    expect(lines.slice(0, 2)).toEqual(['Awa INVENTÉE', 'Couvreuse']);
    expect(lines.at(-1)).toBe('Permis B');
    expect(lines).toHaveLength(2 + jobs.length + 1);
  });

  it('parts cells that stand as near as words do', () => {
    const items = [
      at(50, 700 - 6, 'Chauffage'),
      at(102, 700, 'Entretien de chaudières gaz et fioul, pompes'),
      at(102, 687, 'à chaleur'),
      at(50, 665, 'Plomberie'),
      at(102, 665, 'Cuivre, multicouche'),
      at(50, 645, 'Dépannage'),
      at(102, 645, 'Recherche de fuites'),
    ];
    expect(filled(items)).toEqual([
      'Chauffage\tEntretien de chaudières gaz et fioul, pompes à chaleur',
      'Plomberie\tCuivre, multicouche',
      'Dépannage\tRecherche de fuites',
    ]);
  });

  it('loses no word, whatever the cells hold', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    const cell = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const row = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.constantFrom('top', 'middle'), (rows, standing) => {
        const wordsOf = (lines: readonly string[]) => lines.join(' ').split(/\s+/).filter(Boolean).sort();
        expect(wordsOf(linesOfPage(table(rows, standing as 'top' | 'middle')))).toEqual(wordsOf(rows.flat()));
      }),
    );
  });
});

describe('two columns of a page', () => {
  const aside = ['Contact', '75013 Paris', '06 39 98 10 01', 'Langues', 'Arabe', 'Français', 'Permis', 'Permis B'];
  const main = [
    'Expérience',
    'Maçon chez Invention',
    'Pose de parpaings',
    'Coffrage',
    'Formation',
    'CAP maçon',
    'Loisirs',
    'Boxe',
  ];
  const column = (x: number, lines: readonly string[], step: number) =>
    lines.map((line, row) => at(x, 700 - row * step, line));

  it.each([13, 14.5, 16])('are no table, lines %s points apart beside lines of 13', (step) => {
    const lines = filled([...column(50, aside, 13), ...column(250, main, step)]);
    expect(lines.join('\n')).toContain(aside.join('\n'));
    expect(lines.join('\n')).toContain(main.join('\n'));
  });
});
