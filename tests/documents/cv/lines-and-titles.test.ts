import { type CvReading, readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { sectionLines } from '@jonction/documents/cv/sections';
import { occupationOf } from '@jonction/documents/cv/titles';
import { occupations } from '@jonction/domain/reference/occupations';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const title = (code: string, label: string, ...titles: string[]) => ({ code, label, titles });
const reference = buildCvReference({
  ...smallTables,
  occupations: [
    ...smallTables.occupations,
    title('D1106', 'Vente en alimentation', 'Vendeur / Vendeuse en boulangerie'),
    title('D1214', 'Vente en habillement', 'Vendeur', 'Vendeur / Vendeuse'),
    title('N3203', 'Manutention portuaire', 'Docker', 'Manutention portuaire'),
    title('N4103', 'Conduite de transport en commun', 'Conducteur / Conductrice d’autocar de ligne régulière'),
    title('N4105', 'Conduite et livraison', 'Chauffeur / Chauffeuse'),
    title('K2201', 'Blanchisserie', 'Lingerie', 'Repasseur / Repasseuse'),
    title('G1501', 'Personnel d’étage', 'Femme de chambre'),
    title('K2304', 'Tri', 'Agent / Agente de déchèterie'),
    title('G1605', 'Plonge', 'Plonge'),
    title('F1302', 'Engins', 'Conducteur / Conductrice de tombereau', 'Conducteur / Conductrice de pelle'),
    title(
      'D1406',
      'Management',
      ...['Animateur', 'Cadre', 'Chef', 'Cheffe', 'Directeur'].map((who) => `${who} équipe des ventes cosmétiques`),
    ),
    title('K1701', 'Défense', 'Militaire', 'Armée'),
    title(
      'D1507',
      'Libre-service',
      'Employé / Employée de rayon',
      'Employé / Employée de commerce',
      'Employé / Employée de libre-service',
    ),
    title('G1603', 'Restauration', 'Employé / Employée de restaurant', 'Employé / Employée de cantine'),
  ],
});
const read = (...lines: string[]): CvReading => readCv({ text: lines.join('\n') }, reference, { today: '2026-04-01' });
const codes = (...lines: string[]) => read(...lines).occupations.map(({ rome }) => rome);
const skills = (...lines: string[]) => read(...lines).skills.map(({ label }) => label);
const kinds = (text: string) => sectionLines(text).at(-1)?.kind;

describe('headings', () => {
  it.each([
    ['Ce que je maîtrise', 'skills'],
    ['Ce que j’ai appris à faire', 'skills'],
    ['Atouts transférables', 'skills'],
    ['Compétences relationnelles', 'skills'],
    ['Où j’ai travaillé', 'experience'],
    ['MUNCA / TRAVAIL', 'experience'],
    ['Je travaille déjà :', 'experience'],
    ['Savoir-être', 'other'],
    ['Sécurité', 'licences'],
    ['LIMBA', 'languages'],
  ])('%s opens %s', (heading, kind) => expect(kinds(`Objectif\n${heading}\nune ligne`)).toBe(kind));

  it.each(['• Compétences relationnelles', 'Maçon / Travaux'])('%s is none', (line) =>
    expect(kinds(`Objectif\n${line}\nune ligne`)).toBe('project'),
  );

  it('years and words under a heading of skills are a job, whatever heading was missed', () => {
    const reading = read('Compétences', 'Lecture de plan', 'Mes anciens patrons', '2019 - 2021 : Maçon, Bâti Nord');
    expect(reading.experience).toEqual([{ label: 'Maçon', from: '2019', to: '2021' }]);
    expect(reading.skills.map(({ label }) => label)).not.toContain('Maçon');
  });
});

describe('where the title stands', () => {
  it('above the firm and the years', () => {
    const reading = read(
      'Expérience',
      'Docker occasionnel',
      'Manutention du Port | 2010 - 2013',
      '• Pose de barrières',
      'Cuisinier',
      'Cantine Verte | 2008 - 2010',
    );
    expect(reading.occupations.map(({ rome }) => rome)).toEqual(['N3203', 'G1602']);
  });

  it('above years that stand alone over a list, though other jobs have theirs on one line', () => {
    const reading = read(
      'Expérience',
      'Maçon, Bâti Nord – mai 2022 / oct. 2025',
      '– Coulage de dalles',
      'Cuisinier, Cantine Verte',
      '2009 / 2013',
      '– Plats du jour',
    );
    expect(reading.experience.map(({ label }) => label)).toEqual(['Maçon', 'Cuisinier']);
  });

  it('after the firm', () => {
    expect(codes('Expérience', '- Cars Berry : conducteur d’autocar scolaire, 2005-2009')).toEqual(['N4103']);
  });

  it('in a long line of a list that begins with the firm and the years', () => {
    const line = `- Restaurant du Port : 2016 à 2025 Cuisinier. ${'Je fais la mise en place, les sauces, la cuisson des viandes et je commande la marchandise. '.repeat(2)}`;
    expect(read('Expérience', line).experience).toMatchObject([{ from: '2016', to: '2025' }]);
  });

  it('on a line that says how long and not when', () => {
    expect(codes('Expérience', 'Maçon, Bâti 2023 à 2025', 'Cuisinier 10 ans')).toEqual(['F1703', 'G1602']);
    expect(codes('Expérience', 'Saisonnier docker')).toEqual(['N3203']);
  });
});

describe('which title it is', () => {
  it.each([
    ['Employé de quai', 'N1105'],
    ['Employée de crèche', 'J1304'],
  ])('%s is what the tables call an agent', (words, rome) => {
    expect(occupationOf(buildCvReference({ occupations, skills: [] }), words)?.code).toBe(rome);
  });

  it('a vague word before “de” is not the title of the word alone', () => {
    expect(codes('Expérience', '2013-2015 : chauffeur de tombereau')).toEqual([]);
  });

  it('“vendeuse” beside “vendeuse en boulangerie” says no more', () => {
    expect(codes('Awa INVENTÉE', 'Vendeuse en boulangerie', 'Je suis vendeuse depuis longtemps')).toEqual(['D1106']);
  });

  it('beside who works, an activity in a headline is no occupation; alone, it is', () => {
    expect(codes('Awa INVENTÉE', 'Femme de chambre, lingerie')).toEqual(['G1501']);
    expect(codes('Awa INVENTÉE', 'Lingerie')).toEqual(['K2201']);
  });

  it('who tells a life names tasks and teams: only persons are occupations there', () => {
    expect(
      codes('Awa INVENTÉE', 'Puis j’ai été Cuisinier dans une cantine où je faisais la plonge avec trois vendeuses'),
    ).toEqual(['G1602']);
  });

  it('an internship that only resembles a title holds none, and the army none', () => {
    expect(codes('Expérience', '06/2026 - 07/2026 : stage équipe des ventes cosmétiques')).toEqual([]);
    expect(codes('Expérience', '1998-2003 : Armée')).toEqual([]);
  });

  it('a task at the end of the line is not its title', () => {
    expect(codes('Expérience', '2023-2024 : extras, cantine du collège : service, débarrassage, plonge')).toEqual([]);
  });
});

describe('what is no skill', () => {
  it.each([
    'Sens de la confidentialité',
    'Esprit d’équipe',
    'Ponctualité',
    'La rapidité',
    'Je m’adapte vite',
    'Bonne humeur',
    'Matinal',
  ])('a quality: %s', (quality) =>
    expect(skills('Compétences', 'Lecture de plan', quality)).toEqual(['Lecture de plan']),
  );

  it('who one is, and a language with its level, belong elsewhere; a tool or a kitchen does not', () => {
    expect(skills('Compétences', 'Repasseuse, Vietnamien, français moyen, Surjeteuse, Cuisine française')).toEqual([
      'Surjeteuse',
      'Cuisine française',
    ]);
  });
});

describe('papers and languages', () => {
  it.each<[string[], string[]]>([
    [
      ['Permis', 'B, E'],
      ['B', 'BE'],
    ],
    [['Permis B, C, E'], ['B', 'C']],
    [
      ['Habilitation', 'BS – BE manœuvre'],
      ['hab_elec_bs', 'hab_elec_be'],
    ],
    [['Je connais les règles d’hygiène (HACCP 2022)'], ['haccp']],
    [['Compétences', 'respect des normes HACCP (formation 2018)'], ['haccp']],
    [['Compétences', 'respect des normes HACCP'], []],
  ])('%s', (lines, held) => expect(read(...lines).licences).toEqual(held));

  it('a language stays when why it was learned is left out', () => {
    expect(read('Langues', '– LSF (langue des signes) A2 : ma sœur est sourde').languages).toMatchObject([
      { code: 'fsl', level: 'A2' },
    ]);
  });

  it('the town of an address is not called “adresse”, and who says hello is named', () => {
    const { contact } = read('BONJOUR JE SUI MARIAMA CAMARA', 'TEL 06 39 98 10 71 ADRESSE SAINT DENIS 93200');
    expect([contact.name, contact.city]).toEqual(['MARIAMA CAMARA', 'SAINT DENIS']);
  });
});
