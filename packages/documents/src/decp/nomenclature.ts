import { foldedText } from '../folded-text.ts';

/**
 * The enumerations of the essential data of public contracts (schemas 1.5 and 2.0 of the French ministry of finance),
 * so that `code commune`, `Code Commune` and `CODE COMMUNE` are one value. A value that no schema knows is kept as it
 * was written.
 */
const known = [
  'Marché',
  'Marché de partenariat',
  'Marché de défense ou de sécurité',
  'Accord-cadre',
  'Marché subséquent',
  'Concession de travaux',
  'Concession de service',
  'Concession de service public',
  'Délégation de service public',
  'Procédure adaptée',
  "Appel d'offres ouvert",
  "Appel d'offres restreint",
  'Procédure avec négociation',
  'Procédure concurrentielle avec négociation',
  'Procédure négociée avec mise en concurrence préalable',
  'Marché négocié sans publicité ni mise en concurrence préalable',
  'Marché passé sans publicité ni mise en concurrence préalable',
  'Dialogue compétitif',
  'Procédure négociée ouverte',
  'Procédure non négociée ouverte',
  'Procédure négociée restreinte',
  'Procédure non négociée restreinte',
  'Concours',
  'Système de qualification',
  "Système d'acquisition dynamique",
  'Catalogue électronique',
  'Enchère électronique',
  'Sans objet',
  'Tranches',
  'Bons de commande',
  'Marchés subséquents',
  'Travaux',
  "Maitrise d'œuvre",
  'Fournitures courantes et services',
  'Marchés industriels',
  'Prestations intellectuelles',
  "Techniques de l'information et de la communication",
  'Pas de CCAG',
  'Conjoint',
  'Solidaire',
  'Pas de groupement',
  'Code postal',
  'Code commune',
  'Code arrondissement',
  'Code canton',
  'Code département',
  'Code région',
  'Code pays',
  'Ferme',
  'Ferme et actualisable',
  'Révisable',
  'Forfaitaire',
  'Unitaire',
  'Mixte',
  'Clause sociale',
  'Critère social',
  'Marché réservé',
  'Concession réservée',
  'Pas de considération sociale',
  'Clause environnementale',
  'Critère environnemental',
  'Pas de considération environnementale',
];

/** The official spelling of a value; the value itself when it has none. */
export function officialSpelling(value: string): string {
  return spelling.get(value) ?? spelling.get(foldedText(value)) ?? value;
}

// The official spelling itself is looked up first: it is what nearly every record holds.
const spelling = new Map(
  known.flatMap((value) => [
    [value, value],
    [foldedText(value), value],
  ]),
);
