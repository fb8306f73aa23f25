import { type NearStem, nearStems } from './near-stems.ts';
import type { OccupationIndex } from './occupation-index.ts';
import { stemOf, titleStems } from './title-words.ts';

/** One word of what was typed: the words of the index it may stand for, and how much it says. */
export interface SoughtWord {
  near: readonly NearStem[];
  weight: number;
}

/** The words of a title that name a job, in the order typed. */
export function soughtWords(index: OccupationIndex, stems: readonly string[]): SoughtWord[] {
  return stems.map((stem) => {
    const near = nearStems(index, stem);
    // An unknown word says as much as the word it stands for; standing for none, as much as a fairly rare one.
    const weight = index.weightOfStem.get(stem) ?? Math.log(1 + index.occupations.length / 8);
    return { near, weight };
  });
}

/** Words that say how one works or that one works, not at what: left aside while another word remains. */
const emptyWords = new Set(
  (
    'stage stagiaire apprenti apprentissage alternance alternant interim interimaire saisonnier saison cdi cdd cddi cesu pec benevole ' +
    'benevolat volontaire service-civique independant auto-entrepreneur autoentrepreneur artisan debutant confirme experimente ' +
    'poste emploi travail job mission contrat junior senior diplome agree decouverte observation temps partiel plein complet hf ' +
    'je j ai jai suis etais etait fais fait faire fai fe boulot bosser bosse travailler travaille cherche recherche comme ds ' +
    'che pr tous tout toute toutes gens mon ma mes leur chose truc etc'
  )
    .split(' ')
    .map(stemOf),
);

export function meaningfulStems(title: string): string[] {
  const stems = titleStems(title);
  const meaningful = stems.filter((stem) => !emptyWords.has(stem) && !/^\d+$/.test(stem));
  return meaningful.length > 0 ? meaningful : stems;
}
