import { periodsOf } from '@jonction/documents/cv/dates';
import { type CvReading, readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { isSensitive, maskNir } from '@jonction/documents/cv/sensitive';
import { describe, expect, test } from 'vitest';
import { smallTables } from '../support/cv-reference.ts';

const reference = buildCvReference(smallTables);

function read(text: string): CvReading {
  return readCv({ text }, reference, { today: '2026-04-01' });
}

describe('dates', () => {
  test.each<[string, string, string | null]>([
    ['de mars 2018 à juin 2020', '2018-03', '2020-06'],
    ['03/2018 - 06/2020', '2018-03', '2020-06'],
    ['du 01/09/2015 au 31/03/2024', '2015-09', '2024-03'],
    ['depuis 2021', '2021', null],
    ['depuis le 1er février 2010', '2010-02', null],
    ['2015-2017', '2015', '2017'],
    ['2022/2024 : peintre', '2022', '2024'],
    ['été 2016', '2016', '2016'],
    ['juillet-août 2019', '2019-07', '2019-08'],
    ['janvier à juin 2023', '2023-01', '2023-06'],
    ['de 06/23 à 01/24', '2023-06', '2024-01'],
    ['Oct. 2021 – Présent', '2021-10', null],
    ['2020 à ce jour', '2020', null],
    ['since May 2019', '2019-05', null],
    ['09-2021 à 03-2024', '2021-09', '2024-03'],
  ])('%s', (words, from, to) => {
    expect(periodsOf(words).map((period) => [period.from, period.to])).toEqual([[from, to]]);
  });

  test.each(['06 39 98 10 21', '75013 Paris', 'Windows 10/11', 'ISO 9606', 'le mai 12', '35 h'])(
    '%s is no date',
    (words) => {
      expect(periodsOf(words)).toEqual([]);
    },
  );
});

describe('licences', () => {
  test.each<[string, string[]]>([
    ['Permis B', ['B']],
    ['Permis B et C', ['B', 'C']],
    ['Permis : B, BE, C1', ['B', 'BE']],
    ['Titulaire du permis de conduire', ['B']],
    ['permis VL et PL', ['B', 'C']],
    ['permis EB', ['BE']],
    ['CACES R489 cat. 1, 3 et 5', ['caces_r489_1', 'caces_r489_3', 'caces_r489_5']],
    ['CACES R482 catégories A et C1', ['caces_r482_a', 'caces_r482_c1']],
    ['Caces 3 (R389)', ['caces_r389_3']],
    ['CACES R486', ['caces_r486']],
    ['Habilitation électrique B1V, BR et H0B0', ['hab_elec_b1v', 'hab_elec_br', 'hab_elec_h0b0']],
    ['AIPR, SST, PSC1, PRAP 2S', ['aipr', 'sst', 'psc1', 'prap_2s']],
    ['FIMO voyageurs', ['fimo_voyageurs']],
    ['FIMO, FCO et carte conducteur', ['fimo', 'fco', 'carte_conducteur']],
    ['Carte professionnelle CNAPS en cours de validité', ['carte_pro_securite']],
    ['Échafaudage R408', ['echafaudage_r408']],
  ])('%s is held', (words, codes) => {
    expect(read(words).licences).toEqual(codes);
  });

  test.each([
    'Permis B en cours',
    'Permis B : en cours d’obtention',
    'Pas de permis B',
    'Sans permis',
    'Permis C prévu en 2027',
    'CACES R489 cat. 3 (périmé)',
    'CACES R489 cat. 3 expiré depuis 2020',
    'SST à renouveler',
    'SSIAP 1 valable jusqu’en 2023',
    'Préparation du permis B',
    'Je souhaite passer le permis B',
    'Permis B (échange en cours)',
    'Permis B annulé',
    'CAP maçonnerie, titre professionnel cariste',
    'Compétences : respect des normes HACCP',
  ])('%s is not', (words) => {
    expect(read(words).licences).toEqual([]);
  });

  test('a limit that has not passed leaves the licence held', () => {
    expect(read('SSIAP 1 valable jusqu’en 2028').licences).toEqual(['ssiap1']);
  });

  test('what is in progress does not take what is held beside it', () => {
    expect(read('Permis B, permis C en cours').licences).toEqual(['B']);
    expect(read('CACES R489 cat. 3 - CACES R485 (périmé)').licences).toEqual(['caces_r489_3']);
  });
});

describe('languages', () => {
  test('a line that is nothing but a language and its level stands under any heading', () => {
    for (const heading of ['Expérience', 'Formation', 'Centres d’intérêt']) {
      expect(read(`${heading}\n2019 - 2021 : agente de service\nFrançais : C2\n- Anglais (B1)`).languages).toEqual([
        { code: 'fr', level: 'C2' },
        { code: 'en', level: 'B1' },
      ]);
    }
    expect(read('Expérience\n2019 - 2021 : cours de français B1 à la mairie').languages).toEqual([]);
  });

  test('gives the CEFR level where there is one, else its words', () => {
    expect(read('Langues\nFrançais : B1\nBambara : langue maternelle\nAnglais (notions)\nBerbère').languages).toEqual([
      { code: 'fr', level: 'B1' },
      { code: 'bm', level: null, levelText: 'langue maternelle' },
      { code: 'en', level: null, levelText: 'notions' },
      { code: 'ber', level: null },
    ]);
  });

  test('reads a list on one line, and a level before its language', () => {
    expect(read('Langues : portugais (maternelle), francai A2, langue maternelle : soninké').languages).toEqual([
      { code: 'pt', level: null, levelText: 'maternelle' },
      { code: 'fr', level: 'A2' },
      { code: 'snk', level: null, levelText: 'langue maternelle' },
    ]);
  });

  test('takes the level of a diploma of French', () => {
    expect(read('Formation\n2023 : DELF B1').languages).toEqual([{ code: 'fr', level: 'B1' }]);
  });

  test('does not take a nationality, a place or a lesson for a language', () => {
    expect(read('Nationalité : portugais\nFormation\nCours de français').languages).toEqual([]);
  });
});

describe('jobs', () => {
  test.each([
    ['2018 - 2020 : Maçon, SARL Pierre'],
    ['Maçon, SARL Pierre (2018 - 2020)'],
    ['2018 - 2020\nMaçon\nSARL Pierre\n- Coulage de béton'],
    ['Maçon\nSARL Pierre\n2018 - 2020\n- Coulage de béton'],
    ['Maçon - SARL Pierre\nde 2018 à 2020'],
    ['2018 - 2020\tMaçon\tSARL Pierre'],
  ])('reads the same job from %j', (lines) => {
    const { experience, occupations } = read(`Expérience professionnelle\n${lines}`);
    expect(experience).toEqual([{ label: 'Maçon', from: '2018', to: '2020' }]);
    expect(occupations.map(({ rome }) => rome)).toEqual(['F1703']);
  });

  test.each([
    '2019 : formation de cariste',
    '2019 - 2020 : demandeur d’emploi',
    '2019 - 2020 : garde de ma mère malade',
    '2008 - 2010 : congé parental',
    '2009 : service militaire',
    '2009 - 2011 : incarcération',
    '2012 : mère au foyer',
    '2012 - 2013 : arrêt maladie',
  ])('%s is no job', (line) => {
    const reading = read(`Expérience\n2015 - 2018 : maçon\n${line}`);
    expect(reading.experience).toEqual([{ label: 'maçon', from: '2015', to: '2018' }]);
    expect(reading.occupations.map(({ rome }) => rome)).toEqual(['F1703']);
  });

  test('keeps internships and volunteering', () => {
    const { experience } = read('Expériences\nStage de cuisinier - mars 2022\nBénévole aux Restos - depuis 2021');
    expect(experience).toEqual([
      { label: 'Stage de cuisinier', from: '2022-03', to: '2022-03' },
      { label: 'Bénévole aux Restos', from: '2021', to: null },
    ]);
  });

  test.each([
    'Née le 3 mai 1985, mariée, 3 enfants, RQTH',
    'Né en 1985 à Kayes',
    'Date de naissance : 03/05/1985 - Paris',
    'Zoé Inventée, née le 3 mai 1985, agente de propreté',
  ])('never takes a day of birth for the day of a job: %s', (line) => {
    const reading = read(`Zoé Inventée\n${line}\n2019 - 2021\tAgente de propreté, Société Imaginaire`);
    expect(reading.experience).toEqual([{ label: 'Agente de propreté', from: '2019', to: '2021' }]);
    expect(JSON.stringify({ ...reading, text: '' })).not.toContain('1985');
  });

  test('finds the jobs that somebody tells', () => {
    const { experience } = read(
      'Je m’appelle Yvette PRADOURNEL. J’ai travaillé comme cuisinière de 2010 à 2016, puis j’ai été cariste depuis mars 2017.',
    );
    expect(experience.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['cuisinière', '2010', '2016'],
      ['cariste', '2017-03', null],
    ]);
  });

  test('does not read training or leisure as occupations', () => {
    expect(read('Formation\n2019 CAP maçon\nLoisirs\nCuisine, cuisinier amateur').occupations).toEqual([]);
  });
});

describe('what is nobody’s business', () => {
  test.each([
    'RQTH jusqu’en 2027',
    'Mariée, deux enfants',
    'Célibataire',
    'Nationalité malienne',
    'Titre de séjour valable',
    'Réfugié',
    'Musulmane pratiquante',
    'Déléguée syndicale CGT',
    'Sortie de détention',
    'Né le 12/03/1980',
    '1 82 07 99 351 042 61',
    'Problèmes de dos',
    '24 ans',
  ])('%s', (words) => {
    expect(isSensitive(words)).toBe(true);
    const { text: _, ...fields } = read(
      `Paul GRANDVERNEUIL\n${words}\nCompétences\n- Lecture de plan\n- ${words}\nExpérience\n2018 - 2020 : maçon - ${words}`,
    );
    expect(JSON.stringify(fields)).not.toContain(words);
    expect(fields.skills).toEqual([{ label: 'Lecture de plan', item: '100002' }]);
    expect(fields.experience.map(({ label }) => label)).toEqual(['maçon']);
  });

  test.each([
    'Marie DUVERNOY',
    'Auxiliaire de vie auprès de personnes en situation de handicap et âgées',
    'Soudure TIG',
    '12 ans d’expérience',
    'Garde-malade',
    'Secrétaire de direction',
    'Agent de sécurité',
  ])('%s is no secret', (words) => {
    expect(isSensitive(words)).toBe(false);
  });

  test.each(['1 82 07 99 351 042 61', '182079935104261', '2.85.05.2A.123.456.78', '1820799351042'])(
    'masks the social security number %s',
    (number) => {
      const { text } = read(`NIR : ${number}, maçon`);
      expect(text).toBe('NIR : [numéro masqué], maçon');
      expect(maskNir('tél 06 39 98 10 21, SIRET 732 829 320 00074')).toBe(
        'tél 06 39 98 10 21, SIRET 732 829 320 00074',
      );
    },
  );
});

describe('a CV with named fields', () => {
  test('takes its fields rather than its words', () => {
    const structured = {
      name: 'Paul GRANDVERNEUIL',
      email: 'paul@example.org',
      phone: '06 39 98 10 51',
      postalCode: '75013',
      city: 'Paris',
      headlines: ['Maçon'],
      jobs: [{ label: 'Cariste', from: '2020-01', to: null }],
      skills: ['Lecture de plan', 'Célibataire'],
      licences: ['B'],
      languages: [{ name: 'Portuguese', code: 'pt', level: 'C1', levelText: null }],
    };
    const reading = readCv({ text: 'Paul', structured }, reference, { today: '2026-04-01' });
    expect(reading.occupations.map(({ rome }) => rome)).toEqual(['F1703', 'N1101']);
    expect(reading.skills).toEqual([{ label: 'Lecture de plan', item: '100002' }]);
    expect(reading.licences).toEqual(['B']);
    expect(reading.languages).toEqual([{ code: 'pt', level: 'C1' }]);
    expect(reading.experience).toEqual([{ label: 'Cariste', from: '2020-01', to: null }]);
    expect(reading.contact.phone).toBe('+33639981051');
  });
});
