import { periodsOf } from '@jonction/documents/cv/dates';
import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { sectionLines } from '@jonction/documents/cv/sections';
import { twoTasks } from '@jonction/documents/cv/tasks';
import { isWorkInfinitive } from '@jonction/documents/cv/work-verbs';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const read = (...lines: string[]) => readCv({ text: lines.join('\n') }, reference, { today: '2026-11-23' });
const skillsUnder = (...lines: string[]) =>
  read('Awa INVENTÉE', 'Compétences', ...lines).skills.map(({ label }) => label);
const kindUnder = (heading: string) => sectionLines(`Awa INVENTÉE\n${heading}\nune ligne`).at(-1)?.kind;

describe('a heading in the words of people', () => {
  it.each([
    ['experience', 'Missions réalisées'],
    ['experience', 'Employeurs'],
    ['experience', 'Postes occupés'],
    ['experience', 'Historique professionnel'],
    ['experience', 'Expériences significatives'],
    ['experience', 'Expériences dans le bâtiment'],
    ['experience', 'Vie active'],
    ['skills', 'Domaines de compétences'],
    ['skills', 'Domaines d’intervention'],
    ['skills', 'Logiciels maîtrisés'],
    ['skills', 'Langages'],
    ['skills', 'Environnement technique'],
    ['skills', 'Compétences en cuisine'],
    ['skills', 'Engins conduits'],
    ['other', 'Je suis'],
    ['project', 'Chercher travail'],
    ['project', 'Travail que je cherche'],
    ['project', 'Ce que je cherche'],
    ['experience', 'Mon travail avant'],
    ['experience', 'Anciens emplois'],
    ['experience', 'Emploi actuel'],
    ['experience', 'Petits boulots'],
    ['experience', 'Missions d’intérim'],
    ['experience', 'Stages et immersions'],
    ['experience', 'Activités exercées'],
    ['training', 'Parcours scolaire'],
    ['skills', 'Mes points forts'],
    ['skills', 'Acquis professionnels'],
    ['skills', 'Ordinateur'],
    ['skills', 'Compétences bâtiment'],
    ['skills', 'Compétences profesionnel'],
    ['skills', 'Sei fazer / Je sais faire'],
    ['languages', 'Línguas / Langues'],
    ['languages', 'Langues étrangères'],
    ['licences', 'Santé et sécurité au travail'],
    ['licences', 'Moyens de locomotion'],
    ['leisure', 'Ce que j’aime faire'],
  ])('is of %s: %s', (kind, heading) => {
    expect(kindUnder(heading)).toBe(kind);
    expect(kindUnder(heading.toUpperCase())).toBe(kind);
  });
});

describe('a list of skills', () => {
  it.each<[string, string[]]>([
    ['Palettisation et cerclage', ['Palettisation', 'cerclage']],
    ['Accueil des clients et rédaction de devis', ['Accueil des clients', 'rédaction de devis']],
    ['Chargement et déchargement des camions', ['Chargement et déchargement des camions']],
    ['Pose de canalisations fonte et PVC', ['Pose de canalisations fonte et PVC']],
    ['Lecture de plans et de schémas et soudure', ['Lecture de plans et de schémas et soudure']],
  ])('parts two tasks that are each one: %s', (piece, tasks) => expect(twoTasks(piece)).toEqual(tasks));

  it('keeps what is excluded with what it is excluded from', () => {
    expect(skillsUnder('Les régimes sans sel, sans gluten')).toEqual(['Les régimes sans sel, sans gluten']);
  });

  it('names a program that titles its line, and one that ends it', () => {
    expect(skillsUnder('Excel : tableaux croisés')).toEqual(['Excel', 'tableaux croisés']);
    expect(skillsUnder('Relevés de production sur GPAO')).toEqual(['Relevés de production', 'GPAO']);
    expect(skillsUnder('Livraisons sur Paris')).toEqual(['Livraisons sur Paris']);
  });

  it('leaves out the title of a row whose other cell is a list, and no cell of a row of three', () => {
    expect(skillsUnder('Courants faibles\tinterphonie, alarmes')).toEqual(['interphonie', 'alarmes']);
    expect(skillsUnder('Soudure\tPliage simple\tCintrage de tubes')).toEqual(['Pliage simple', 'Cintrage de tubes']);
  });

  it.each(['Endurante', 'Confidentialité', 'Écoute active', 'Bienveillance', 'Travail en 3x8 et en froid'])(
    'holds no quality nor hours of work: %s',
    (line) => expect(skillsUnder(line)).toEqual([]),
  );

  it('takes the methods that begin with a number, and no quantity', () => {
    expect(skillsUnder('5S', '3D', '4 personnes')).toEqual(['5S', '3D']);
  });
});

describe('a summary', () => {
  it('gives the fields that somebody says they master', () => {
    const { skills } = read(
      'Awa INVENTÉE',
      'Profil',
      'Solides connaissances en électrotechnique, pneumatique et hydraulique.',
    );
    expect(skills.map(({ label }) => label)).toEqual(['électrotechnique', 'pneumatique', 'hydraulique']);
  });

  it('gives no trade of those whom somebody works with', () => {
    const sentence =
      'Je prépare les repas avec le cuisinier et je rends compte aux agents de sécurité de la maison de retraite.';
    expect(read('Awa INVENTÉE', sentence).occupations).toEqual([]);
    expect(read('Awa INVENTÉE', 'Cuisinier', sentence).occupations.map(({ rome }) => rome)).toEqual(['G1602']);
  });
});

describe('a paragraph under a job', () => {
  it('is read sentence by sentence, however long, once it begins with work', () => {
    const { skills } = read(
      'Awa INVENTÉE',
      'Expérience',
      '2019 - 2022 : Maçonne, Invention SARL',
      'Pose collée de carrelage grand format dans des logements neufs et anciens, réalisation de chapes, préparation des supports. Encadrement de deux apprentis. Nettoyage du chantier en fin de journée.',
    );
    expect(skills.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['réalisation de chapes', 'préparation des supports', 'Encadrement de deux apprentis']),
    );
  });

  it('gives the tasks told before the first job of a list that dates its jobs below', () => {
    const { skills, experience } = read(
      'Awa INVENTÉE',
      'Missions réalisées',
      'Pose de parquet',
      'Employeurs',
      '2012 - 2025 : Maçonne, Invention',
    );
    expect(skills.map(({ label }) => label)).toContain('Pose de parquet');
    expect(experience).toEqual([{ label: 'Maçonne', from: '2012', to: '2025' }]);
  });
});

describe('papers', () => {
  it.each<[string, string[]]>([
    ['CACES R482 A, permis B + BE', ['caces_r482_a', 'B', 'BE']],
    ['Habilitations B1V, BR | CACES R486 B | Permis B', ['hab_elec_b1v', 'hab_elec_br', 'caces_r486_b', 'B']],
    ['Mariée, permis B', ['B']],
    ['SST - H0B0', ['sst', 'hab_elec_h0b0']],
    ['CACES R485 gerbeurs cat.2', ['caces_r485_2']],
    ['CACES 3B (R386)', ['caces_r386_3b']],
    ['CACES 3B (R386) périmé', []],
  ])('%s', (line, held) => expect([...read('Awa INVENTÉE', 'Permis', line).licences].sort()).toEqual([...held].sort()));
});

describe('a date', () => {
  it.each<[string, string, string]>([
    ['2013/14', '2013', '2014'],
    ['2013-14', '2013', '2014'],
    ['Sept. 2023 – juill. 2025', '2023-09', '2025-07'],
  ])('of two years or an abbreviated month: %s', (line, from, to) => {
    expect(periodsOf(line)).toMatchObject([{ from, to }]);
  });

  it.each(['2013/08', '2013-12', '2013 - 35 h', '2013-10 ans'])('is no range of years in %s', (line) => {
    expect(periodsOf(line).map(({ from, to }) => from.slice(0, 4) === (to ?? '').slice(0, 4))).toEqual([true]);
  });
});

describe('beside what no field may hold', () => {
  it('a language is read, of another sentence of its line', () => {
    const { languages } = read('Awa INVENTÉE', 'Divers', 'Déléguée CFDT pendant dix ans. Anglais : débutant.');
    expect(languages).toEqual([{ code: 'en', level: null, levelText: 'débutant' }]);
  });

  it('so is where somebody lives', () => {
    expect(read('Awa INVENTÉE', '58 ans - 29200 Brest - 06 39 98 10 89').contact).toMatchObject({
      postalCode: '29200',
      city: 'Brest',
      phone: '+33639981089',
    });
  });
});

describe('a name', () => {
  it.each(['Théo MAÇON', 'Awa CUISINIER'])('that is a trade too is one, in capitals after a first name: %s', (name) => {
    expect(read(name, 'Cariste', '75013 Paris').contact.name).toBe(name);
  });

  it('is found under the word of another language', () => {
    expect(read('Nume: Ionel INVENTAT', '75013 Paris').contact.name).toBe('Ionel INVENTAT');
  });
});

describe('the verb of a task without its subject', () => {
  it.each(['rassurer', 'fideliser', 'tenir', 'reprendre'])('%s is one', (word) =>
    expect(isWorkInfinitive(word)).toBe(true),
  );
  it.each(['rassurais', 'demenager', 'arreter', 'chantier', 'quartier'])('%s is none', (word) =>
    expect(isWorkInfinitive(word)).toBe(false),
  );
});
