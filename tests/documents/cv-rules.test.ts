import { type CvReading, readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { describe, expect, test } from 'vitest';
import { smallTables } from '../support/cv-reference.ts';

const reference = buildCvReference(smallTables);

function read(text: string): CvReading {
  return readCv({ text }, reference, { today: '2026-04-01' });
}

const skillsOf = (text: string): string[] => read(text).skills.map(({ label }) => label);
const codesOf = (text: string): string[] => read(text).occupations.map(({ rome }) => rome);
const yearsOf = (text: string): (string | null)[][] => read(text).experience.map(({ from, to }) => [from, to]);
const underAJob = (...lines: string[]): string => ['Expérience', '2019 - 2021 : Maçon, Bâti Nord', ...lines].join('\n');

describe('the parts of a CV', () => {
  test.each(['Résumé de mes compétences', 'Tâches', 'Mes savoir-faire', 'Ce que je sais faire', 'TECHNIQUE'])(
    '%s opens skills',
    (heading) => {
      expect(skillsOf(`${heading}\nCoulage de dalles`)).toEqual(['Coulage de dalles']);
    },
  );

  test.each([
    'Travaux',
    'Travaille',
    'Expérience professionnelle détaillée',
    'Activités professionnelles',
    'Vie associative',
  ])('%s opens jobs', (heading) => {
    expect(yearsOf(`${heading}\n2019 - 2021 : Maçon, Bâti Nord`)).toEqual([['2019', '2021']]);
  });

  test.each([
    'Ce que disent mes anciens employeurs',
    'Situation',
    'Disponibilité',
    'En plus',
    'Activités',
    'Familles et amis',
  ])('%s closes the skills above it', (heading) => {
    expect(skillsOf(`Compétences\nChape\n${heading}\nle samedi matin`)).toEqual(['Chape']);
  });

  test('“Tâches :” under a job introduces its tasks, and the next job is still one', () => {
    const text = underAJob('Tâches :', '• Coulage de dalles', '2021 - 2023 : Cariste, Logis Nord');
    expect(skillsOf(text)).toEqual(['Coulage de dalles']);
    expect(yearsOf(text)).toEqual([
      ['2019', '2021'],
      ['2021', '2023'],
    ]);
  });
});

describe('tasks told under a job are skills', () => {
  test('each item of a list is one, each half of a line too when both have an object', () => {
    expect(
      skillsOf(underAJob('• Coulage de dalles, pose de coffrages', '• Accueil des clients et rédaction de devis')),
    ).toEqual(['Coulage de dalles', 'pose de coffrages', 'Accueil des clients', 'rédaction de devis']);
  });

  test.each([
    ['Pose de rails et montants', ['Pose de rails et montants']],
    ['Chargement et déchargement des camions', ['Chargement et déchargement des camions']],
    ['Montage de murs en briques', ['Montage de murs en briques']],
  ])('%s is one task', (line, labels) => {
    expect(skillsOf(underAJob(`• ${line}`))).toEqual(labels);
  });

  test('where, when, with whom and how many are left out', () => {
    expect(skillsOf(underAJob('• Dépannage sur route, de nuit, une semaine sur quatre, 90 points par jour'))).toEqual([
      'Dépannage sur route',
    ]);
    expect(skillsOf(underAJob('• Entretien des halls (trois bâtiments)'))).toEqual(['Entretien des halls']);
  });

  test.each([
    ['abattage, débardage, cubage', ['abattage', 'débardage', 'cubage']],
    ['Pose de bordures, réglage', ['Pose de bordures', 'réglage']],
    ['Nettoyer les sols', ['Nettoyer les sols']],
    ['TOURNEES, SCAN DES COLIS, RELEVE', ['TOURNEES', 'SCAN DES COLIS', 'RELEVE']],
  ])('a plain line that tells work is read: %s', (line, labels) => {
    expect(skillsOf(underAJob(line))).toEqual(labels);
  });

  test.each([
    'Logis Nord, Gennevilliers',
    'Terrassements Orvalu, Saint-Ouen',
    'Tour Horizon, Garde & Veille, Paris',
    'Cette maison familiale a fermé au départ du patron.',
    'Le garage comptait sept salariés : un chef, une secrétaire, trois mécaniciens',
    'J’ai remplacé le réceptionnaire pendant ses congés',
  ])('a firm or a sentence is no task: %s', (line) => {
    expect(skillsOf(underAJob(line))).toEqual([]);
  });

  test.each(['• Meilleur taux de satisfaction en 2006', '• CDI temps plein', '• Stage de deux semaines'])(
    'what is said of the person or of the contract is none: %s',
    (line) => {
      expect(skillsOf(underAJob(line))).toEqual([]);
    },
  );

  test('where jobs are a list, plain lines between them are tasks and items are jobs', () => {
    const text =
      'Expérience\n• Maçon, Bâti Nord, 2019 - 2021\nCoulage de dalles, ferraillage\n• Cariste, Logis, 2017 - 2019';
    expect(skillsOf(text)).toEqual(['Coulage de dalles', 'ferraillage']);
    expect(yearsOf(text)).toHaveLength(2);
  });

  test('a bracket of three things done holds three, one of a place none', () => {
    expect(skillsOf('Expérience\n- ménage, 2013 à 2015 (repassage, vitres, cuisine)')).toEqual([
      'repassage',
      'vitres',
      'cuisine',
    ]);
    expect(skillsOf('Expérience\n- ménage, 2013 à 2015 (remplacement)')).toEqual([]);
    expect(skillsOf('Expérience\n- ménage, 2013 à 2015 (Paris, Lyon, Metz)')).toEqual([]);
  });

  test('no task tells of nobody’s business', () => {
    expect(skillsOf(underAJob('• Coulage de dalles', '• Soins de ma mère malade'))).toEqual(['Coulage de dalles']);
  });
});

describe('skills', () => {
  test('one word beside a list titles it, two words are a skill too', () => {
    expect(skillsOf('Compétences\nWMS\tReflex')).toEqual(['Reflex']);
    expect(skillsOf('Compétences\nContrôle qualité\tpesée')).toEqual(['Contrôle qualité', 'pesée']);
  });

  test.each([
    'Ponctuel',
    'Très motivée',
    'sérieux et rigoureux',
    'Dynamique',
    'Souriante',
    'autonome',
    'Sens des responsabilités',
  ])('“%s” is a quality, not a skill', (quality) => {
    expect(skillsOf(`Qualités\n- ${quality}\n- Conseil client`)).toEqual(['Conseil client']);
  });

  test('praise by somebody named is none', () => {
    expect(skillsOf('Compétences\nChape\n« Il sait expliquer »\nMme Fabre')).toEqual(['Chape']);
  });

  test('a bride’s hair is work, a married woman is not', () => {
    expect(skillsOf('Compétences\nCoiffures de mariée')).toEqual(['Coiffures de mariée']);
    expect(skillsOf('Compétences\nMariée')).toEqual([]);
  });
});

describe('jobs', () => {
  test.each(['2021 - auj. : Maçon', '2021 - auj : Maçon', '2021 à nos jours : Maçon'])('%s lasts', (line) => {
    expect(yearsOf(`Expérience\n${line}`)).toEqual([['2021', null]]);
  });

  test('two on one line are two, each with its date', () => {
    expect(yearsOf('Expérience\nMaçon chez Bati 2016 à 2022, cariste chez Logis 2010-2015')).toEqual([
      ['2016', '2022'],
      ['2010', '2015'],
    ]);
    expect(yearsOf('Expérience\nMaçon, Bâti Nord, Saint-Denis, 2016 à 2022')).toEqual([['2016', '2022']]);
  });

  test.each([
    '2013-2016 détention, travail en atelier',
    '2008 – 2012 : parent au foyer, puis aidante de ma mère malade',
    '2020 Garde des enfants de ma sœur',
    '2021 cour de francé',
    '2024 recyclage SST',
    '1994 : Service national, conducteur',
  ])('is none of anybody’s: %s', (line) => {
    expect(yearsOf(`Expérience\n2017 - 2019 : Maçon\n${line}`)).toEqual([['2017', '2019']]);
  });

  test('volunteering is one under any heading, a course given there too', () => {
    const maçon = 'Expérience\n2017 - 2019 : Maçon\n';
    expect(yearsOf(`${maçon}Divers\nBénévole aux Paniers Solidaires depuis 2019`)).toContainEqual(['2019', null]);
    expect(yearsOf(`${maçon}Bénévolat\n2020 - 2021 : cours aux seniors`)).toContainEqual(['2020', '2021']);
    expect(yearsOf(`${maçon}Formation\n2020 - 2021 : cours de cuisine`)).toHaveLength(1);
  });

  test('a country that is spelt like a diploma is a country', () => {
    expect(yearsOf('Expérience\n- 2010 à 2012 cap vert : cuisinière')).toEqual([['2010', '2012']]);
  });
});

describe('occupations', () => {
  test('an item without a date, in a list of jobs, names one when it is sure', () => {
    expect(codesOf('Expérience\n- Maçon, 2019 - 2021\n- 2 ans cariste, Soudan')).toEqual(['F1703', 'N1101']);
  });

  test('the other name of a job may stand in a bracket', () => {
    expect(codesOf('Expérience\n2019 - 2021 : Home helper (auxiliaire de vie), Londres')).toEqual(['K1302']);
  });

  test('an internship gives its occupation when it names it, never when it was to look', () => {
    expect(codesOf('Expérience\n2019 : stage de maçon, Bâti Nord')).toEqual(['F1703']);
    expect(codesOf('Expérience\n2019 : stage d’observation, maçon, Bâti Nord')).toEqual([]);
    expect(yearsOf('Expérience\n2019 : stage d’observation, maçon, Bâti Nord')).toEqual([['2019', '2019']]);
  });

  test.each([
    'Secrétaire de l’association des parents',
    'Trésorière du club de lecture',
    'Chef d’équipe',
    'Intérimaire du bâtiment',
  ])('%s is none', (line) => {
    expect(codesOf(`Expérience\n2019 - 2021 : ${line}`)).toEqual([]);
  });

  test('what is wished is read beside what no field may hold, and without it', () => {
    const { occupations } = read('Projet\nAgent de tri des déchets ou cariste, poste adapté (RQTH depuis 2020)');
    expect(occupations.map(({ rome }) => rome)).toEqual(['K2304', 'N1101']);
    expect(JSON.stringify(occupations)).not.toMatch(/RQTH|adapté/);
  });

  test('a wish in the head of the page is one', () => {
    expect(codesOf('Lina MAHFOUDI — 18 ans — recherche un poste de maçon')).toEqual(['F1703']);
  });
});

describe('contact', () => {
  test.each([
    ['rosa da silva teixeira\n95200 sarcelles', 'rosa da silva teixeira'],
    ['slt moi cé Jordan Massoli 0639981003', 'Jordan Massoli'],
    ['Me contacter\nYordanos Haile\n67100 Strasbourg', 'Yordanos Haile'],
    ['Expérience\n2019 - 2021 : Maçon\nGaëtan ROUSSELOT\n87000 Limoges', 'Gaëtan ROUSSELOT'],
  ])('%j gives a name', (text, name) => {
    expect(read(text).contact.name).toBe(name);
  });

  test('an address that opens a column is read under whatever heading came before', () => {
    const { contact } = read('Bénévolat\n2014 : pompier\nGaëtan ROUSSELOT\n87000 Limoges\n06 39 98 10 30');
    expect(contact).toMatchObject({ postalCode: '87000', city: 'Limoges', phone: '+33639981030' });
  });

  test('names no sentence in small letters', () => {
    expect(read('je cherche un travail\n95200 Sarcelles').contact.name).toBeNull();
  });
});
