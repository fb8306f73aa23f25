import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { beginsWithWorkVerb, isWorkInfinitive } from '@jonction/documents/cv/work-verbs';
import { namesTool, startsWithWork } from '@jonction/documents/cv/work-words';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const read = (...lines: string[]) => readCv({ text: lines.join('\n') }, reference, { today: '2026-11-23' });
const skillsUnderJob = (...lines: string[]) =>
  read('Awa INVENTÉE', 'Expérience', '2020-2022 Agente polyvalente, Société Orval', ...lines).skills.map(
    ({ label }) => label,
  );

describe('words that begin with work', () => {
  it.each([
    'Soudure à l’arc',
    'Découpe et dépose de canalisations',
    'Levée de doute',
    'Scan des colis',
    'Reprographie de dossiers',
    'Cueillette des pommes',
    'Traite des vaches',
    'Petite plomberie',
    'Petits travaux de bricolage',
    'Travaux de peinture',
    'Ateliers cuisine avec les résidents',
    'Change des résidents',
    'Chronométrer les essais',
    'riveter, percer, visser',
    'Faisait le ménage',
    'Rangé les rayons',
    'Monté murs en agglos',
    'Vérifié DLC',
  ])('%s', (words) => expect(startsWithWork(words)).toBe(true));

  it.each(['acceuil des clients', 'plonje et service', 'Manutension', 'netoyer chambres', 'repasage', 'Ménagge'])(
    'with a slip of the hand: %s',
    (words) => expect(startsWithWork(words)).toBe(true),
  );

  it.each([
    'Boucher en grande surface',
    'Foyer de la plaine',
    'Docker occasionnel',
    'Worker at the warehouse',
    'Chargé de clientèle',
    'Diplômé en cuisine',
    'Transports de la Plaine',
    'Voiture de service',
    'Préfecture du Rhône',
    'Livreur de colis',
    'Collège Jean Moulin',
    'Marseille',
    'Société de nettoyage',
    'Supermarché de quartier',
    'Lyon, place du marché',
  ])('and not: %s', (words) => expect(startsWithWork(words)).toBe(false));

  it('knows tools by their name', () => {
    expect(namesTool('Autolaveuse autoportée')).toBe(true);
    expect(namesTool('Laveuse de vitres')).toBe(false);
  });
});

describe('a verb of work', () => {
  it.each(['netoyer', 'ballayer', 'emboîter', 'détecter', 'rempoter'])('however it is spelt: %s', (verb) =>
    expect(isWorkInfinitive(verb.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(true),
  );

  it.each(['faisait la plonge', 'tenait la caisse', 'netoyé les sols', 'sortais les poubelles'])(
    'whoever does it: %s',
    (words) => expect(beginsWithWorkVerb(words)).toBe(true),
  );

  it.each(['terminé mes études', 'sorti de l’école', 'rentré au pays', 'souscrit'])('and not a life: %s', (words) =>
    expect(beginsWithWorkVerb(words)).toBe(false),
  );
});

describe('what is told under a job', () => {
  it.each<[string, string[]]>([
    ['Gestes techniques : pose de sols souples, ragréage', ['pose de sols souples', 'ragréage']],
    ['Polyvalence sur tous les postes : caisse, cuisine, salle', ['caisse', 'cuisine', 'salle']],
    ['Activités : nettoyage, désinfection', ['nettoyage', 'désinfection']],
    ['Activités principales : tri, conditionnement', ['tri', 'conditionnement']],
    ['Affectée au service des repas', ['service des repas']],
    ['tâches ménagères et courses', ['tâches ménagères', 'courses']],
    ['tonte + taille + arrosage', ['tonte', 'taille', 'arrosage']],
    ['jai nettoyé les bureaux et vidé les poubelles', ['nettoyé les bureaux', 'vidé les poubelles']],
    ['J’avais la responsabilité de la caisse', ['caisse']],
    ['toilette des malades', ['toilette des malades']],
    ['Extras : cuisine, cantine des Glycines', []],
    ['Secteur frais, rayon boucherie', []],
    ['Équipe de nuit, 35 h', []],
  ])('%s', (line, skills) => expect(skillsUnderJob(line)).toEqual(skills));

  it('is read after the dated words of the same paragraph, and the job with it', () => {
    const { skills, experience } = read(
      'Awa INVENTÉE',
      'Expérience',
      'Conductrice scolaire à temps partiel, Cars du Midi, depuis septembre 2021. Ramassage des élèves, vérification du véhicule, vente de titres.',
    );
    expect(experience).toEqual([{ label: 'Conductrice scolaire à temps partiel', from: '2021-09', to: null }]);
    expect(skills.map(({ label }) => label)).toEqual([
      'Ramassage des élèves',
      'vérification du véhicule',
      'vente de titres',
    ]);
  });

  it('is read in the last cell of a row, with its capital, and in the row that goes on', () => {
    expect(skillsUnderJob('2018-2019\tCariste, Orval\tChargement de camions, inventaires')).toEqual([
      'Chargement de camions',
      'inventaires',
    ]);
    expect(skillsUnderJob('| Terrassement en masse, tranchées, remblaiement')).toEqual([
      'Terrassement en masse',
      'tranchées',
      'remblaiement',
    ]);
    expect(skillsUnderJob('2018-2019\tMenuiserie Lorraine, menuisier poseur')).toEqual([]);
  });

  it('makes no title of a task that dates follow', () => {
    const { experience, occupations } = read(
      'Awa INVENTÉE',
      'Expérience',
      '- 2022-2024 : cuisinière, hôtel Orval',
      'Éplucher légumes, dresser assiettes',
      '- 2020-2021 : cariste',
    );
    expect(experience.map(({ label }) => label)).toEqual(['cuisinière', 'cariste']);
    expect(occupations.map(({ rome }) => rome)).toEqual(['G1602', 'N1101']);
  });
});

describe('who works and where', () => {
  it('stands below a firm and its years, and takes no task for a title', () => {
    const { experience } = read(
      'Awa INVENTÉE',
      'Expérience',
      'Orval Services | Lyon | 2022 - 2025',
      'Agente de sécurité',
      '- rondes',
      'Transports Midi | 2018 - 2020',
      'Nettoyage des quais',
    );
    expect(experience.map(({ label, from }) => [label, from])).toEqual([
      ['Agente de sécurité', '2022'],
      ['Transports Midi', '2018'],
    ]);
  });

  it('had two names in one job', () => {
    const { occupations } = read('Awa INVENTÉE', 'Expérience', '2015-2020 Maçon puis cariste, Orval');
    expect(occupations.map(({ rome }) => rome).sort()).toEqual(['F1703', 'N1101']);
  });

  it('is not the one somebody worked for', () => {
    const { occupations } = read('Awa INVENTÉE', 'plongeuse', '2 ans chez un maçon à Pantin (2023 2024)');
    expect(occupations.map(({ rome }) => rome)).not.toContain('F1703');
  });
});
