import { isQuality } from '@jonction/documents/cv/qualities';
import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

describe('what somebody is like is compared with nothing', () => {
  it.each([
    'Ponctualité et assiduité',
    'Sérieuse, motivée, dynamique',
    'Bonne condition physique',
    'Résistance physique',
    'Travail en équipe',
    'Travailler seule ou en équipe',
    'Capacité à travailler en équipe',
    'Travail de nuit',
    'Travail au froid',
    'Esprit d’initiative',
    'Prise d’initiatives',
    'Capacité d’adaptation',
    'S’adapter à toutes les situations',
    'Bon contact avec les clients',
    'À l’aise avec le public',
    'Patience avec les enfants',
    'Maîtrise de soi',
    'Habile de mes mains',
    'J’apprends vite',
    'J’aime le travail bien fait',
    'Envie d’apprendre',
    'Disponible le week-end',
    'Horaires décalés acceptés',
    'Mobile sur toute la région',
    'Non fumeur',
    'Pas le vertige',
    'Respect des consignes',
    'Comprendre une consigne',
    'Bonne gestion des priorités',
    'Gros travailleur',
    'Lève-tôt',
    'Propre et soigné',
    'Communication orale',
    'Communiquer avec une équipe',
  ])('%s', (words) => expect(isQuality(folded(words))).toBe(true));
});

describe('know-how that resembles it is kept', () => {
  it.each([
    'Travail en hauteur',
    'Travail du bois',
    'Travail en équipe pluridisciplinaire',
    'Respect du rythme de l’enfant',
    'Respect des normes HACCP',
    'Respecter les dosages',
    'Appliquer les consignes de sécurité',
    'Suivre un planning',
    'Gestion des conflits',
    'Gestion des stocks',
    'Gestes et postures',
    'Écoute des habitants',
    'Communication avec les familles',
    'Communication radio',
    'Relation clientèle',
    'Force de vente',
    'Organisation de la tournée',
    'Organisation',
    'Libre service',
    'Prêt à porter',
    'Adaptation des repas',
    'Rapidité de frappe',
    'Capacité à conduire un tracteur',
    'Savoir lire un plan',
    'Calme et pose de carrelage',
    'Nettoyage des locaux, ponctualité des tournées',
    'Accueil',
    'Bases en électricité',
  ])('%s', (words) => expect(isQuality(folded(words))).toBe(false));
});

describe('a list of skills with qualities among them', () => {
  const skillsUnder = (...lines: string[]) =>
    readCv({ text: ['Awa INVENTÉE', 'Compétences', ...lines].join('\n') }, reference, {
      today: '2026-11-23',
    }).skills.map(({ label }) => label);

  it('keeps what can be done', () => {
    expect(
      skillsUnder(
        'Lecture de plan, bonne condition physique, travail en équipe',
        '- Sens du service',
        '- Pose de joints',
      ),
    ).toEqual(['Lecture de plan', 'Pose de joints']);
  });

  it('says what is known and not how well', () => {
    expect(skillsUnder('Repassage : très bien', 'Cuisine : +++', 'Tracteur : 3 ans', 'Word : notions')).toEqual([
      'Repassage',
      'Cuisine',
      'Tracteur',
      'Word',
    ]);
    expect(skillsUnder('Cuisine : pâtes, sauces')).toEqual(['pâtes', 'sauces']);
  });

  it('parts what a plus sign joins, and no name that holds one', () => {
    expect(skillsUnder('Caisse + mise en rayon')).toEqual(['Caisse', 'mise en rayon']);
    expect(skillsUnder('C++, Java')).toEqual(['C++', 'Java']);
  });
});
