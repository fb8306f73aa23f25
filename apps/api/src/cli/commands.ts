import type { Command } from './context.ts';

export interface CommandRow {
  /** As typed: one or two words. */
  name: string;
  usage: string;
  says: string;
  /** `nothing`: no base at all; `search`: the base and the text index. */
  needs: 'base' | 'search' | 'nothing';
  load(): Promise<Command>;
}

/** Every command, loaded when it is called, so that the small ones start fast. */
export const commands: readonly CommandRow[] = [
  {
    name: 'vectors',
    usage: 'vectors DOSSIER',
    says: 'passe les cas écrits par le code du produit',
    needs: 'nothing',
    load: async () => (await import('./vectors-command.ts')).vectorsCommand,
  },
  {
    name: 'migrate',
    usage: 'migrate',
    says: 'met la base à la version du produit',
    needs: 'base',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'import decp',
    usage: 'import decp FICHIER|DOSSIER...',
    says: 'fait entrer des données essentielles de marchés dans le registre ; d’un dossier, chaque fichier une fois',
    needs: 'base',
    load: async () => (await import('./import-decp.ts')).importDecp,
  },
  {
    name: 'import participants',
    usage: 'import participants FICHIER [--map FICHIER.json]',
    says: 'fait entrer une liste de personnes dans la CVthèque',
    needs: 'base',
    load: async () => (await import('./import-participants.ts')).importParticipants,
  },
  {
    name: 'import hours',
    usage: 'import hours FICHIER [--map FICHIER.json]',
    says: 'prend une feuille d’heures',
    needs: 'base',
    load: async () => (await import('./import-hours.ts')).importHoursCommand,
  },
  {
    name: 'import contracts',
    usage: 'import contracts FICHIER [--map FICHIER.json]',
    says: 'fait entrer la liste de marchés d’une équipe, une ligne par marché ou par lot',
    needs: 'base',
    load: async () => (await import('./import-contracts.ts')).importContracts,
  },
  {
    name: 'import invoices',
    usage: 'import invoices FICHIER [--map FICHIER.json]',
    says: 'prend une feuille de factures : les heures dues de certains marchés les suivent',
    needs: 'base',
    load: async () => (await import('./import-invoices.ts')).importInvoicesCommand,
  },
  {
    name: 'import orders',
    usage: 'import orders FICHIER [--map FICHIER.json]',
    says: 'prend une feuille de bons de commande : les heures à prévoir de certains marchés les suivent',
    needs: 'base',
    load: async () => (await import('./import-invoices.ts')).importOrdersCommand,
  },
  {
    name: 'match',
    usage: 'match OFFRE',
    says: 'classe la CVthèque pour une offre',
    needs: 'base',
    load: async () => (await import('./match.ts')).matchCommand,
  },
  {
    name: 'reference rome',
    usage: 'reference rome DOSSIER',
    says: 'charge les tables officielles du ROME (version 3, puis codes de la version 4)',
    needs: 'base',
    load: async () => (await import('./reference.ts')).referenceRome,
  },
  {
    name: 'reference communes',
    usage: 'reference communes FICHIER',
    says: 'charge les communes et leurs coordonnées (base des codes postaux de La Poste)',
    needs: 'base',
    load: async () => (await import('./reference.ts')).referenceCommunes,
  },
  {
    name: 'reference cpv',
    usage: 'reference cpv DOSSIER',
    says: 'charge le vocabulaire commun des marchés (codes CPV et libellés français)',
    needs: 'base',
    load: async () => (await import('./reference.ts')).referenceCpv,
  },
  {
    name: 'titles',
    usage: 'titles FICHIER.csv',
    says: 'cherche le métier de chaque intitulé et compte ceux qui sont trouvés (colonnes title et rome)',
    needs: 'base',
    load: async () => (await import('./titles.ts')).titlesCommand,
  },
  {
    name: 'bench titles',
    usage: 'bench titles',
    says: 'mesure la recherche du métier sur des intitulés que les tables n’ont pas',
    needs: 'base',
    load: async () => (await import('./bench/titles.ts')).benchTitles,
  },
  {
    name: 'cv',
    usage: 'cv FICHIER...',
    says: 'lit des CV et dit ce qui y est lu, sans rien garder',
    needs: 'base',
    load: async () => (await import('./cv.ts')).cvCommand,
  },
  {
    name: 'bench cv',
    usage: 'bench cv',
    says: 'mesure la lecture des CV, champ par champ, sur des CV inventés dont les réponses sont écrites',
    needs: 'base',
    load: async () => (await import('./bench/cv.ts')).benchCv,
  },
  {
    name: 'search rebuild',
    usage: 'search rebuild',
    says: 'refait l’index de recherche',
    needs: 'search',
    load: async () => (await import('./search-rebuild.ts')).searchRebuildHere,
  },
  {
    name: 'demo',
    usage: 'demo MONDE',
    says: 'fait un monde de démonstration (small, paris-2020, crowd)',
    needs: 'base',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  {
    name: 'bench matching',
    usage: 'bench matching [--size N] [--without NOMS]',
    says: 'mesure le classement contre d’autres façons de faire, sur un monde inventé (100 000 personnes)',
    needs: 'nothing',
    load: async () => (await import('./bench/bench-matching.ts')).benchMatching,
  },
  {
    name: 'bench api',
    usage: 'bench api [--size N]',
    says: 'mesure le classement d’une offre du début à la fin : millisecondes de processeur et requêtes (100 000 personnes)',
    needs: 'nothing',
    load: async () => (await import('./bench/bench-api.ts')).benchApi,
  },
  {
    name: 'bench hours',
    usage: 'bench hours [--size N]',
    says: 'mesure le jugement d’une année d’heures, en mémoire et dans la base, contre d’autres façons de faire (900 000 lignes)',
    needs: 'nothing',
    load: async () => (await import('./bench/bench-hours.ts')).benchHours,
  },
  {
    name: 'bench census',
    usage: 'bench census [--size N]',
    says: 'mesure le recensement : premières lignes de 1 000 et de 58 000 marchés, changement de 900 lignes, entrée de données publiées',
    needs: 'nothing',
    load: async () => (await import('./bench/bench-census.ts')).benchCensus,
  },
  {
    name: 'bench chart',
    usage: 'bench chart FICHIERS',
    says: 'dessine les mesures du classement écrites par « bench matching --json », une taille par fichier',
    needs: 'nothing',
    load: async () => (await import('./bench/bench-chart.ts')).benchChart,
  },
  {
    name: 'bench search',
    usage: 'bench search [--size N]',
    says: 'mesure la recherche de la CVthèque avec chaque moteur, sur un monde inventé (10 000 personnes)',
    needs: 'nothing',
    load: async () => (await import('./bench/bench-search.ts')).benchSearch,
  },
  {
    name: 'structure create',
    usage: 'structure create --name NOM [--slug SLUG]',
    says: 'ouvre une autre structure dans la même base',
    needs: 'base',
    load: async () => (await import('./structure-create.ts')).structureCreateCommand,
  },
  {
    name: 'user create',
    usage: 'user create --email ADRESSE --name NOM --role ROLE [--organisation NOM] [--password MOT]',
    says: 'ouvre un compte et son accès',
    needs: 'base',
    load: async () => (await import('./user-create.ts')).userCreateCommand,
  },
  {
    name: 'mail returned',
    usage: 'mail returned FICHIER...|DOSSIER|-',
    says: 'prend les courriels revenus : un avis de remise, un dossier Maildir, ou le tube d’un serveur de courriel',
    needs: 'base',
    load: async () => (await import('./mail-returned.ts')).mailReturned,
  },
  {
    name: 'audit verify',
    usage: 'audit verify',
    says: 'vérifie la chaîne du journal',
    needs: 'base',
    load: async () => (await import('./audit-verify.ts')).auditVerifyCommand,
  },
];
