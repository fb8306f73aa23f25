import { spokenSkills } from '@jonction/documents/cv/spoken';
import { tasksBesideJob, tasksInBracket } from '@jonction/documents/cv/tasks';
import { beginsWithWorkVerb } from '@jonction/documents/cv/work-verbs';
import { describe, expect, it } from 'vitest';

describe('a verb of work', () => {
  it.each([
    'préparer les repas',
    'prépare les repas',
    'préparais les repas',
    'préparé les repas',
    'rangeais les rayons',
    'nettoie les sols',
    'tenir une caisse',
    'tenais la caisse',
    'sers en salle',
    'réponds au téléphone',
    'mis le couvert',
    'accueillais le public',
  ])('is known in the form that people write: %s', (text) => expect(beginsWithWorkVerb(text)).toBe(true));

  it.each([
    'arrêté de travailler',
    'quitté mon poste',
    'vécu à Lyon',
    'appris le code',
    'déménagé',
    'perdu mon emploi',
    'aimer',
  ])('is none of a life: %s', (text) => expect(beginsWithWorkVerb(text)).toBe(false));
});

describe('what somebody says in sentences', () => {
  it.each<[string, string[]]>([
    [
      'Je sais tenir une caisse, rendre la monnaie et clôturer la caisse le soir.',
      ['tenir une caisse', 'rendre la monnaie', 'clôturer la caisse le soir'],
    ],
    [
      'Je maîtrise la mise en rayon, le facing et la rotation des dates.',
      ['mise en rayon', 'facing', 'rotation des dates'],
    ],
    [
      'Je suis capable de renseigner les clients et de gérer les retours',
      ['renseigner les clients', 'gérer les retours'],
    ],
    [
      'J’accueille le public, je réponds au téléphone et j’oriente les visiteurs.',
      ['accueille le public', 'réponds au téléphone', 'oriente les visiteurs'],
    ],
    [
      'Je servais les clients, je faisais la caisse et la cuisson du pain.',
      ['servais les clients', 'caisse', 'cuisson du pain'],
    ],
    ['~ j’ai préparé des repas et donné des soins', ['préparé des repas', 'donné des soins']],
    ['je sais me servir d’une tronçonneuse', ['tronçonneuse']],
    ['g fé 2 ans plonge au resto', ['plonge au resto']],
    ['J’ai appris à conduire un chariot', ['conduire un chariot']],
    ['Je sais laver (vitres, sols)', ['laver']],
  ])('%s', (line, labels) => expect(spokenSkills(line)).toEqual(labels));

  it('a tool named after a task is a skill of its own', () => {
    expect(spokenSkills('J’ai appris à passer les commandes sur le logiciel Mercalys.')).toEqual([
      'passer les commandes',
      'Mercalys',
    ]);
  });

  it.each([
    'Je cherche un poste à temps plein',
    'J’apprends le code, je n’ai pas le permis',
    'J’ai élevé mes enfants pendant neuf ans',
    'J’ai préparé mon départ et rangé mes affaires',
    'Je parle français et arabe',
    'J’ai remplacé le réceptionnaire pendant ses congés',
    'Pose de bordures, réglage',
    'J’ai été licenciée pour inaptitude et je prépare des repas',
    'Je suis arrivée en 2019',
    'Je fais pendant deux ans',
  ])('says nothing of work: %s', (line) => expect(spokenSkills(line)).toEqual([]));

  it('holds twenty things at most, however long it is', () => {
    expect(
      spokenSkills(`Je sais ${Array.from({ length: 80 }, (_, n) => `laver ${'x'.repeat(n + 2)}`).join(', ')}`),
    ).toHaveLength(20);
  });
});

describe('what follows a job on its line', () => {
  it.each<[string, string[]]>([
    [
      'conducteur, 2014-2025. Bâchage, arrimage, gestion des documents.',
      ['Bâchage', 'arrimage', 'gestion des documents'],
    ],
    [
      'Téléopératrice, 2019 → 2022 : appels sortants, prise de rendez-vous, argumentaire',
      ['appels sortants', 'prise de rendez-vous', 'argumentaire'],
    ],
    [
      '2021-2025\tOuvrier agricole, Vergers\ttaille des arbres, éclaircissage, cueillette',
      ['taille des arbres', 'éclaircissage', 'cueillette'],
    ],
    [
      'Security agent, 2022 – 2023: access control, CCTV monitoring, visitors registration',
      ['access control', 'CCTV monitoring', 'visitors registration'],
    ],
    ['2016 : second. Je fais la mise en place et les sauces.', ['mise en place', 'sauces']],
  ])('%s', (line, tasks) => expect(tasksBesideJob(line)).toEqual(tasks));

  it.each([
    '2019 - 2021 : Vendeuse, Paris, Lyon, Metz',
    'déc. 2023 : stage d’observation, pharmacie de la Basilique, une semaine',
    '2013 Marchande\tfruits, légumes, fromages',
  ])('places, firms and goods are no tasks: %s', (line) => expect(tasksBesideJob(line)).toEqual([]));

  it('a bracket of one holds a task when it begins as work does', () => {
    expect(tasksInBracket('Bénévole depuis 2019 (distribution alimentaire)')).toEqual(['distribution alimentaire']);
    expect(tasksInBracket('Bénévole depuis 2019 (formation)')).toEqual([]);
    expect(tasksInBracket('Bénévole depuis 2019 (comité des fêtes)')).toEqual([]);
  });
});
