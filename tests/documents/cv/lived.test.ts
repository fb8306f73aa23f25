import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { isSensitive, withoutSensitive } from '@jonction/documents/cv/sensitive';
import { describe, expect, it } from 'vitest';
import { hasRome, officialTables, smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const read = (text: string) => readCv({ text }, reference, { today: '2026-04-01' });

describe('what was lived is in no field', () => {
  it.each([
    // health
    'cure de désintoxication',
    'abstinente depuis 2021',
    'mon Alzheimer',
    'suite à un AVC',
    'période de soins',
    'en rémission',
    'après un accident de la route',
    'opération du dos',
    'pension d’invalidité',
    'avis du médecin du travail',
    'retiré pour alcool',
    'fibromyalgie',
    'voiture aménagée',
    // family
    'décès de mon mari',
    'en deuil',
    'orpheline',
    'mère isolée',
    'aidant de mon père',
    'garde partagée',
    'victime de violences',
    'violences conjugales',
    'après ma séparation',
    'femme et 2 enfants',
    // where from
    '2018 - 2021 : sur la route (Soudan, Libye)',
    'arrivée en France',
    'je vis en France depuis 2019',
    'mineur non accompagné',
    'regroupement familial',
    // justice
    'aménagement de peine',
    'bracelet jusqu’en mars',
    'suspension de permis en 2013',
    'licencié pour faute',
    'dossier aux prud’hommes',
    'TIG de 140 heures',
    // means
    'ancien jeune de l’aide sociale à l’enfance',
    'contrat jeune majeur',
    'hôtel social',
    'foyer Adoma',
    'à la rue',
    'mes dettes',
    // belief
    'catéchiste',
    'paroisse Saint-Bénigne',
    'Church choir',
    'j’ai 41 ans',
    'jeune femme de 22 ans',
    'my husband',
    'jail',
    'je prends un traitement',
    'suivie par un psychologue',
    'en fauteuil',
    'sous méthadone',
    'séropositif',
    'papa solo',
    'femme battue',
    'mise à l’épreuve',
    'obligation de soins',
    'retrait de points',
    'deux ans de galère',
    'je dors dans ma voiture',
    'porte le voile',
    'gréviste',
    'candidate aux municipales',
    'sous curatelle',
    'déboutée',
    'en surpoids',
    '1m60, 90 kg',
    'd’origine algérienne',
    'naturalisé français',
  ])('%s', (words) => expect(isSensitive(words)).toBe(true));

  it.each([
    'Accompagnement de personnes atteintes d’Alzheimer',
    'Aide-soignante, unité Alzheimer',
    'Accueil de femmes victimes de violences',
    'Garde de 2 enfants après l’école',
    'Soudage TIG',
    'Soudure TIG et MIG',
    'TIG 141 selon ISO 9606-1',
    '12 rue Pasteur, 91170 Viry-Châtillon',
    'Jean-Baptiste GAY',
    'Séparation des déchets',
    'Caisse d’allocations familiales',
    'Centre d’hébergement d’urgence',
    'Dépannage sur route',
    'Montage de bracelets',
    'Vente d’alcools',
    'Entretien du linge de la famille',
    'Encadrement de 3 enfants',
    'Animation auprès d’enfants de 3 à 6 ans',
    'Soins d’un enfant',
    'Naturaliser des oiseaux',
    'Surveillante pénitentiaire',
    'Infirmière d’hospitalisation à domicile',
    'Coupeuse CAO',
    'Serrage d’écrous',
    'Fibres d’origine végétale',
    'Systèmes de guerre électronique',
    'Formation contre l’illettrisme',
    'Fermentation alcoolique',
  ])('work is work: %s', (words) => expect(isSensitive(words)).toBe(false));

  it.skipIf(!hasRome)(
    'of the twenty-four thousand words of the official tables, fewer than a hundred are hidden',
    async () => {
      const { occupations, skills } = await officialTables();
      const titles = occupations.flatMap((one) => [one.label, ...one.titles]);
      const words = new Set([...skills.map(({ label }) => label), ...titles]);
      expect(words.size).toBeGreaterThan(20_000);
      expect([...words].filter((text) => isSensitive(text)).length).toBeLessThan(100);
    },
  );

  it('beside a secret only a job that the tables know is kept', () => {
    expect(read('Expérience\n2019-2022 : aidant de mon père (Chambre close), puis repos').experience).toEqual([]);
    expect(read('Expérience\n2019-2022 : Maçon, divorcé').experience).toEqual([
      { label: 'Maçon', from: '2019', to: '2022' },
    ]);
  });

  it('with whom somebody worked is left out, and the work stays', () => {
    expect(withoutSensitive('2016-2017 : aide couvreur avec mon oncle')).toContain('aide couvreur');
    expect(withoutSensitive('2016-2017 : aide couvreur avec mon oncle')).not.toContain('oncle');
    expect(withoutSensitive('ménage chez ma mère malade')).toBe('');
  });

  it('the passage of a wish told with an age is the title alone', () => {
    const [occupation] = read('Awa INVENTÉE\nJ’ai 41 ans et je suis Cuisinier').occupations;
    expect([occupation?.rome, occupation?.passage]).toEqual(['G1602', 'Cuisinier']);
  });

  it.each(['Pauses', 'Interruption', 'Accompagnement', 'Remarque', 'À savoir', 'Pourquoi changer', 'Moi'])(
    'what stands under “%s” is nobody’s experience and nobody’s skill',
    (heading) => {
      const { experience, skills } = read(
        `Expérience\n2019 - 2021 : Maçon\n${heading}\n2021 - 2023 : Cuisinier de mes nuits`,
      );
      expect([experience.length, skills.length]).toEqual([1, 0]);
    },
  );
});
