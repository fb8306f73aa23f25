import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { isSensitive } from '@jonction/documents/cv/sensitive';
import { cvTextOf } from '@jonction/documents/cv-text';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);

/** What a person says of herself that no field may hold, one or more for each ground of discrimination. */
const secrets = [
  'RQTH',
  'travailleuse handicapée',
  'Reconnue handicapée depuis 2019',
  'Bénéficiaire de l’AAH',
  'invalidité 2e catégorie',
  'diabétique',
  'enceinte de six mois',
  'suite à une longue maladie',
  'accident du travail en 2019',
  'Mariée, deux enfants',
  'Célibataire sans enfant',
  'divorcée',
  'parent isolé',
  'mère au foyer',
  'Nationalité malienne',
  'Titre de séjour jusqu’en 2028',
  'réfugiée statutaire',
  'demande d’asile en cours',
  'catholique pratiquante',
  'musulmane',
  'syndiquée CGT',
  'militante du parti',
  'sortie de détention en 2020',
  'casier judiciaire vierge',
  'née le 3 mai 1985',
  'Date de naissance : 03/05/1985',
  '41 ans',
  'Âge : 41',
  '2 85 05 99 351 042 61',
] as const;

/** Words of a secret by which it would be known, wherever they had got to. */
function traces(secret: string): string[] {
  return (
    secret
      .split(/[\s,:.’]+/)
      // The years are looked for apart: those of a job beside it may be the same.
      .filter((word) => word.length >= 4 && !/^(\d+$|depuis|jusqu|sans|suite|deux|cours|date|statut)/i.test(word))
      .concat(secret.length < 10 ? [secret] : [])
  );
}

type Place = [name: string, file: (secret: string) => string];

const plain: Place[] = [
  ['under the name', (secret) => `Awa INVENTÉE\n${secret}\nCompétences\n- Lecture de plan`],
  ['beside the address', (secret) => `Awa INVENTÉE\n12 rue Imaginaire, 75013 Paris - ${secret}`],
  ['in a state of the person', (secret) => `Awa INVENTÉE\nÉtat civil\n${secret}\nExpérience\n2018 - 2020 : maçonne`],
  ['among the skills', (secret) => `Awa INVENTÉE\nCompétences\n- Lecture de plan\n- ${secret}`],
  ['in a list of skills', (secret) => `Awa INVENTÉE\nCompétences : Lecture de plan, ${secret}`],
  ['among the languages', (secret) => `Awa INVENTÉE\nLangues\nFrançais : B1\n${secret}`],
  ['among the papers', (secret) => `Awa INVENTÉE\nPermis et habilitations\nPermis B\n${secret}`],
  ['beside a permit', (secret) => `Awa INVENTÉE\nPermis B - ${secret}`],
  ['beside a job', (secret) => `Awa INVENTÉE\nExpérience\n2018 - 2020 : maçonne - ${secret}`],
  ['above the date of a job', (secret) => `Awa INVENTÉE\nExpérience\nMaçonne\n${secret}\n2018 - 2020`],
  ['in the project', (secret) => `Awa INVENTÉE\nProjet\nJe cherche un poste de maçonne. ${secret}`],
  ['among the leisures', (secret) => `Awa INVENTÉE\nLoisirs\nLecture, ${secret}`],
];

const asJson = (value: unknown) => JSON.stringify(value);
const structured: Place[] = [
  ['the summary of a JSON Resume', (secret) => asJson({ basics: { name: 'Awa INVENTÉE', summary: secret } })],
  ['the headline of a JSON Resume', (secret) => asJson({ basics: { name: 'Awa INVENTÉE', label: secret } })],
  [
    'the skills of a JSON Resume',
    (secret) => asJson({ basics: { name: 'Awa INVENTÉE' }, skills: [{ name: secret, keywords: [secret] }] }),
  ],
  [
    'a job of a JSON Resume',
    (secret) =>
      asJson({ basics: { name: 'Awa INVENTÉE' }, work: [{ position: secret, summary: secret, startDate: '2018-01' }] }),
  ],
  [
    'the level of a language of a JSON Resume',
    (secret) => asJson({ basics: { name: 'Awa INVENTÉE' }, languages: [{ language: 'Anglais', fluency: secret }] }),
  ],
  [
    'a language of a JSON Resume',
    (secret) => asJson({ basics: { name: 'Awa INVENTÉE' }, languages: [{ language: secret, fluency: 'B1' }] }),
  ],
  [
    'a certificate of a JSON Resume',
    (secret) => asJson({ basics: { name: 'Awa INVENTÉE' }, certificates: [{ name: `Permis B, ${secret}` }] }),
  ],
  ['the name of a JSON Resume', (secret) => asJson({ basics: { name: secret }, work: [] })],
  [
    'the place of a JSON Resume',
    (secret) => asJson({ basics: { name: 'Awa INVENTÉE', location: { city: secret, postalCode: secret } } }),
  ],
  [
    'the reach of a JSON Resume',
    (secret) => asJson({ basics: { name: 'Awa INVENTÉE', phone: secret, email: secret } }),
  ],
  [
    'a FRESH resume',
    (secret) =>
      asJson({
        name: 'Awa INVENTÉE',
        meta: { format: 'FRESH@0.6' },
        info: { label: secret, brief: secret },
        location: { city: secret },
        employment: { history: [{ position: secret, start: '2018-01', summary: secret }] },
        skills: { sets: [{ name: secret, skills: [secret] }], list: [{ name: secret }] },
        languages: [{ language: 'Anglais', level: secret }],
      }),
  ],
  [
    'a Europass passport',
    (secret) =>
      asJson({
        SkillsPassport: {
          LearnerInfo: {
            Identification: {
              PersonName: { FirstName: 'Awa', Surname: 'INVENTÉE' },
              ContactInfo: { Address: { Contact: { Municipality: secret, PostalCode: secret } } },
              Demographics: { Birthdate: { Year: 1985 }, Nationality: [{ Label: secret }] },
            },
            Headline: { Type: { Code: 'preferred_job' }, Description: { Label: secret } },
            WorkExperience: [{ Period: { From: { Year: 2018 } }, Position: { Label: secret }, Activities: secret }],
            Skills: { JobRelated: { Description: secret }, Other: { Description: `<ul><li>${secret}</li></ul>` } },
            Achievement: [{ Description: secret }],
          },
        },
      }),
  ],
];

describe.each([...plain, ...structured])('said in %s', (_, file) => {
  it.each(secrets)('"%s" is in no field', async (secret) => {
    const source = await cvTextOf(Buffer.from(file(secret)));
    const { text: _, ...fields } = readCv(source, reference, { today: '2026-04-01' });
    const kept = JSON.stringify(fields);
    expect(traces(secret).filter((word) => kept.includes(word))).toEqual([]);
    // The year of a birth, of a release or of a permit to stay is that of no job: the one job is of 2018.
    expect(fields.experience.filter(({ from }) => !from?.startsWith('2018'))).toEqual([]);
  });
});

describe('what is read around a secret stays', () => {
  it('the job, the skill, the permit and the language beside it', async () => {
    for (const secret of secrets) {
      const text = [
        'Awa INVENTÉE',
        secret,
        'Expérience',
        '2018 - 2020 : maçonne',
        secret,
        'Compétences',
        '- Lecture de plan',
        `- ${secret}`,
        'Langues',
        'Anglais : B1',
        secret,
        'Permis et habilitations',
        'Permis B',
      ].join('\n');
      const fields = readCv({ text }, reference, { today: '2026-04-01' });
      expect([secret, fields.skills.map(({ label }) => label)]).toEqual([secret, ['Lecture de plan']]);
      expect([secret, fields.languages]).toEqual([secret, [{ code: 'en', level: 'B1' }]]);
      expect([secret, fields.licences]).toEqual([secret, ['B']]);
      expect([secret, fields.contact.name]).toEqual([secret, 'Awa INVENTÉE']);
      expect([secret, fields.occupations.map(({ rome }) => rome)]).toEqual([secret, ['F1703']]);
    }
  });
});

describe('work with others is no secret of one’s own', () => {
  it.each([
    'Accompagnement de personnes en situation de handicap',
    'Auxiliaire de vie auprès de personnes handicapées',
    'Garde d’enfants à domicile',
    'Aide aux personnes malades',
    'Animatrice auprès d’enfants de 3 à 6 ans'.replace('enfants de 3 à 6 ans', 'écoliers'),
    'Surveillante de maison de retraite',
    'Agente d’accueil en mairie',
    'Couvreur sur églises et cathédrales',
    'Gardien d’immeuble',
    'Marie Inventée',
    '10 ans d’expérience',
    'Nettoyage de bureaux, 2 ans',
    'Cuisine africaine',
    'Séparation des déchets',
    'Maître-chien',
  ])('%s', (words) => {
    expect(isSensitive(words)).toBe(false);
  });
});
