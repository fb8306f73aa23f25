import { type CvReading, readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { describe, expect, test } from 'vitest';
import { smallTables } from '../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const read = (text: string): CvReading => readCv({ text }, reference, { today: '2026-04-01' });
const skillsOf = (text: string): string[] => read(text).skills.map(({ label }) => label);
const licencesOf = (...lines: string[]): string[] => [...read(['Permis', ...lines].join('\n')).licences].sort();
const languagesOf = (text: string) =>
  read(text).languages.map(({ code, level, levelText }) => [code, level ?? levelText]);
const underAJob = (...lines: string[]): string => ['Expérience', '2019 - 2021 : Maçon, Bâti Nord', ...lines].join('\n');

describe('a CACES', () => {
  test.each([
    ['CACES cat. R489 1 et 3', ['caces_r489_1', 'caces_r489_3']],
    ['CACES 489 catégorie 3', ['caces_r489_3']],
    ['CACES R 486 B', ['caces_r486_b']],
  ])('is read by its family, however it is introduced: %s', (line, codes) => {
    expect(licencesOf(line)).toEqual(codes);
  });

  test.each(['489 euros', 'Lot 486 B', 'chambre 389'])('is not any number: %s', (line) => {
    expect(licencesOf(line).filter((code) => code.startsWith('caces'))).toEqual([]);
  });
});

describe('a driving licence', () => {
  test.each([
    ['Permis B (2015), C (2018) et CE', ['B', 'C', 'CE']],
    ['Driver’s licence B', ['B']],
    ['Driving licence: B', ['B']],
  ])('is read past a bracket, and in English: %s', (line, codes) => {
    expect(licencesOf(line)).toEqual(codes);
  });

  test.each([
    'Permis B jamais échangé',
    'Permis B non renouvelé',
    'Permis B : examen en mai',
    'Permis B (auto-école)',
    'Permis B perdu',
    'Permis B : formation en 2027',
  ])('is not held yet, or any more: %s', (line) => {
    expect(licencesOf(line)).toEqual([]);
  });

  test.each(['Permis B valable jusqu’en 2031', 'Permis B, fin de validité 2030', 'Permis B obtenu en 2015'])(
    'is held, whatever day is told with it: %s',
    (line) => {
      expect(licencesOf(line)).toEqual(['B']);
    },
  );

  test('of twenty categories on one line is read at once', () => {
    const line = `Permis ${Array.from({ length: 20 }, (_, index) => ['B', 'C', 'D', 'A'][index % 4]).join(', ')}`;
    const started = performance.now();
    expect(licencesOf(line)).toEqual(['B', 'C', 'D']);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('what was done, told in a sentence', () => {
  test.each([
    ['Je faisais le nettoyage, la plonge et le service', ['nettoyage', 'plonge', 'service']],
    ['Chargée de l’accueil et de l’entretien des locaux', ['accueil', 'entretien des locaux']],
    ['Missions : réception des livraisons, étiquetage', ['réception des livraisons', 'étiquetage']],
    ['J’ai appris le coulage de dalles', ['coulage de dalles']],
  ])('is skills: %s', (line, skills) => {
    const found = skillsOf(underAJob(line)).map((skill) => skill.toLowerCase());
    expect(found).toEqual(skills);
  });

  test.each(['Je faisais le tour du monde avec mes amis', 'Je fais attention', 'Missions : CDD, intérim'])(
    'is none where no work is told: %s',
    (line) => {
      expect(skillsOf(underAJob(line))).toEqual([]);
    },
  );

  test('stops at the end of the sentence, and at a line that is longer than one tells', () => {
    expect(skillsOf(underAJob('Chargé du nettoyage. Le chef était content du rangement'))).toEqual(['nettoyage']);
    expect(skillsOf(underAJob(`Chargé du nettoyage ${'et encore '.repeat(40)}`))).toEqual([]);
  });
});

describe('what stands beside a job on its line', () => {
  test('is its tasks where it begins as work does, in small letters', () => {
    const text = 'Expérience\n2019 - 2021 : Cariste, Logis Nord, manutention, étiquetage';
    expect(skillsOf(text)).toEqual(['manutention', 'étiquetage']);
    expect(skillsOf('Expérience\n2019 - 2021 : Cariste, Manutention Nord, Lille')).toEqual([]);
  });

  test('is its tasks in a bracket of three words, or of two that are work', () => {
    expect(skillsOf('Expérience\n2019 - 2021 : Maçon (vitres, cuisine, repassage)')).toEqual([
      'vitres',
      'cuisine',
      'repassage',
    ]);
    expect(skillsOf('Expérience\n2019 - 2021 : Maçon (coulage, ferraillage)')).toEqual(['coulage', 'ferraillage']);
    expect(skillsOf('Expérience\n2019 - 2021 : Maçon (intérim, gros œuvre)')).toEqual([]);
  });

  test.each(['centre des impôts', 'chantier du Nord', 'atelier du soir', 'métier du bois'])(
    'is no task that only ends as a verb does: %s',
    (words) => {
      expect(skillsOf(underAJob(words))).toEqual([]);
    },
  );
});

describe('a language alone on its line', () => {
  test.each([
    ['Divers\nAnglais courant', [['en', 'courant']]],
    ['Divers\nArabe : langue maternelle', [['ar', 'langue maternelle']]],
    ['Profil\nVietnamien, français moyen', ['vi', 'fr']],
    ['Divers\nAnglais (B1)', [['en', 'B1']]],
  ])('stands for itself under any heading: %s', (text, wanted) => {
    const found = languagesOf(text);
    for (const one of wanted) {
      if (typeof one === 'string') expect(found.map(([code]) => code)).toContain(one);
      else
        expect(found.map(([code, level]) => [code, String(level).toLowerCase()])).toContainEqual([
          one[0],
          String(one[1]).toLowerCase(),
        ]);
    }
  });

  test.each([
    'Divers\nClients anglais et allemands reçus chaque été au camping de la plage',
    'Divers\nCuisine italienne',
  ])('is not a word of another line: %s', (text) => {
    expect(languagesOf(text)).toEqual([]);
  });
});

describe('a heading of skills', () => {
  test.each(['Capacités', 'Spécialités', 'Matériel', 'Machines', 'Logiciels', 'Expertise', 'Maîtrise'])(
    '%s opens skills',
    (heading) => {
      expect(skillsOf(`${heading}\nCoulage de dalles`)).toEqual(['Coulage de dalles']);
    },
  );
});

describe('what no field may hold', () => {
  test.each([
    'Handicap moteur reconnu',
    'Arrêt maladie de six mois',
    'Maladie longue durée',
    'Dos fragile',
    'Allergie au ciment',
    'Dyslexique',
    'Mi-temps thérapeutique',
    'Enfants : 3',
    'Vie maritale',
    'En couple',
    'Garde alternée',
    'Régularisé en 2019',
    'Papiers en règle',
    'Membre du CSE',
    'Sortie de prison en 2020',
    'Semi-liberté',
    'Bénévole à l’aumônerie',
    'Pèlerinage chaque année',
    'Catéchisme le mercredi',
  ])('is told under no heading: %s', (line) => {
    for (const heading of ['Compétences', 'Expérience', 'Divers']) {
      const { skills, experience } = read(`${heading}\n${line}`);
      expect([skills, experience], heading).toEqual([[], []]);
    }
  });

  test.each([
    'Accompagnement de personnes en situation de handicap',
    'Montage de fauteuils roulants',
    'Contrôle des papiers à l’entrée',
  ])('is not the work that looks like it: %s', (line) => {
    expect(skillsOf(`Compétences\n${line}`)).toEqual([line]);
  });
});
