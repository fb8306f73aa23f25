import { readLanguages } from '@jonction/documents/cv/languages';
import { readLicences } from '@jonction/documents/cv/licences';
import { sectionLines } from '@jonction/documents/cv/sections';
import { isSensitive, withoutSensitive } from '@jonction/documents/cv/sensitive';
import { describe, expect, test } from 'vitest';

const licencesOf = (text: string): string[] => readLicences(sectionLines(text), '2026-04-01').map(({ code }) => code);
const languagesOf = (text: string): (string | null)[][] =>
  readLanguages(sectionLines(text)).map(({ code, level }) => [code, level]);

describe('a licence', () => {
  test.each<[string, string]>([
    ['CACES nacelle', 'caces_r486'],
    ['CACES chariot élévateur', 'caces_r489'],
    ['CACES mini-pelle', 'caces_r482'],
    ['CACES gerbeur', 'caces_r485'],
    ['CACES pont roulant', 'caces_r484'],
    ['CACES grue à tour', 'caces_r487'],
  ])('%s is that of its machine', (words, code) => {
    expect(licencesOf(words)).toEqual([code]);
  });

  test.each<[string, string[]]>([
    ['CACES cariste 1, 3 et 5', ['caces_r489_1', 'caces_r489_3', 'caces_r489_5']],
    ['CACES (R489) 3', ['caces_r489_3']],
    ['CACES chariots élévateurs R489 catégories 1A et 3', ['caces_r489_1a', 'caces_r489_3']],
    ['CACES conduite', []],
  ])('%s keeps its categories', (words, codes) => {
    expect(licencesOf(words)).toEqual(codes);
  });

  test.each([
    'CACES R389 cat 1, 3, 5 (expirés)',
    'CACES R489 catégorie 3 à repasser',
    'Permis B (échange du permis afghan refusé, code en cours)',
    'SST formateur : abandonné',
    'Permis B non obtenu',
    'CACES R489 cat. 3 : échec',
  ])('%s is not held', (words) => {
    expect(licencesOf(words)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['QUALIFICATIONS\nH0B0', ['hab_elec_h0b0']],
    ['Formation\nB1V / B2V / BR (2023)', ['hab_elec_b1v', 'hab_elec_b2v', 'hab_elec_br']],
    ['Formation\n2016 : habilitation véhicules électriques B2XL', ['hab_elec_b2xl']],
    ['Qualifications\nBS', []],
    ['Expérience\n2019 : classe BC, lycée', []],
  ])('electrical symbols alone on a line are told by those that name nothing else: %j', (text, codes) => {
    expect(licencesOf(text)).toEqual(codes);
  });

  test.each<[string, string[]]>([
    ['J’ai le permis et une voiture', ['B']],
    ['J’ai le permis moto', []],
    ['Permis BVA', ['B']],
    ['Carte chrono', ['carte_conducteur']],
    ['Licence soudure TIG 9606', ['qualif_soudure_iso9606']],
    ['Référence 9606', []],
  ])('%s, as people say it', (words, codes) => {
    expect(licencesOf(words)).toEqual(codes);
  });
});

describe('a language', () => {
  test.each<[string, string]>([
    ['Créole du Cap Vert', 'kea'],
    ['Tigré', 'tig'],
    ['Tigrigna', 'ti'],
    ['Baoulé', 'bci'],
    ['Flamand', 'nl'],
    ['Laotien', 'lo'],
    ['Bosniaque', 'bs'],
    ['Toucouleur', 'ff'],
    ['Hassaniya', 'mey'],
    ['francé un peu', 'fr'],
    ['anglé', 'en'],
  ])('%s has a code', (words, code) => {
    expect(languagesOf(`Langues\n${words}`)).toEqual([[code, null]]);
  });

  test('“France” is a country wherever languages are not listed', () => {
    expect(languagesOf('Contact\nFrance')).toEqual([]);
    expect(languagesOf('Expérience\n2019 : maçon, France')).toEqual([]);
  });

  test('nothing but languages on a line is a list of them, under any heading', () => {
    expect(languagesOf('Lingère\nVietnamien, français moyen')).toEqual([
      ['vi', null],
      ['fr', null],
    ]);
    expect(languagesOf('Cuisine\nspécialités italien, pizza')).toEqual([]);
    expect(languagesOf('Restaurant\nTurc')).toEqual([]);
  });

  test.each<[string, (string | null)[][]]>([
    ['cours de francais a1 puis a2 (2019)', [['fr', 'A2']]],
    ['FLE 300 heures, niveau A1 atteint', [['fr', 'A1']]],
    ['cour de francé depui 2021 asosiation, nivo A1', [['fr', 'A1']]],
    ['Cours d’anglais B1', [['en', 'B1']]],
    ['FLE, niveau B1 en cours', []],
    ['Cours de français', []],
    ['Formation R482 A1', []],
  ])('that of a course counts when the course gives a level: %s', (line, languages) => {
    expect(languagesOf(`Formation\n${line}`)).toEqual(languages);
  });
});

describe('what is nobody’s business', () => {
  test.each([
    'Garde des enfants de ma sœur',
    'ma mère malade',
    'Père d’un enfant',
    'Mon père est maçon',
    'Orthodoxe, disponible le dimanche',
    'Lunettes obligatoires',
    'aptitude médicale à revoir',
    'suivi médical un jeudi par mois',
    'station debout limitée',
    'RSA, suivi par la mission d’insertion',
    'mon référent RSA',
    'Service national, 1994',
    'national service (army)',
    'hébergé en CADA',
    'hébergement chez un proche',
    'réfugié, carte 10 ans',
    'allocation adulte handicapé',
    'poste adapté',
    'sous curatelle',
  ])('“%s” is told', (words) => {
    expect(isSensitive(words)).toBe(true);
  });

  test.each([
    'Garde-malade',
    'Robes de mariée',
    'Réceptionniste d’hébergement touristique',
    'Centre d’hébergement d’urgence',
    'Suivi médical des résidents',
    'Vente de lunettes de vue',
    'Préparation des médicaments',
    'Passeport de prévention',
    'Instructeur RSA',
    'Aide aux parents',
    'Carte professionnelle',
  ])('“%s” is work', (words) => {
    expect(isSensitive(words)).toBe(false);
  });

  test('a line keeps its other pieces', () => {
    expect(withoutSensitive('Agent de tri, RQTH depuis 2020')).toBe('Agent de tri');
    expect(withoutSensitive('Célibataire')).toBe('');
    expect(withoutSensitive(' Maçon, Bâti Nord ')).toBe('Maçon, Bâti Nord');
  });
});
