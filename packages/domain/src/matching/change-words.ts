import { licenceLabel } from '../reference/licence.ts';
import { referenceWords } from '../reference/words.ts';
import type { Locale } from '../shared/locale.ts';
import { sentence, translate } from '../shared/words.ts';
import { distanceWords } from './explain.ts';
import type { Relaxation } from './relax.ts';
import type { Hypothesis } from './what-would-change.ts';
import { matchingWords } from './words.ts';

/** `avec CACES R489 catégorie 3 (chariots élévateurs) : 2e position`. A skill is named by the caller's label. */
export function changeWords(
  { change, rank }: Hypothesis,
  locale: Locale = 'fr',
  skillLabel: (skill: string) => string = (skill) => skill,
): string {
  const position =
    rank === 1
      ? translate(matchingWords, locale, 'matching.position_first')
      : translate(matchingWords, locale, 'matching.position_later', { rank });
  switch (change.kind) {
    case 'licences': {
      const licences = change.licences.map((code) => licenceLabel(code, locale)).join(', ');
      return translate(matchingWords, locale, 'matching.change_licences', { licences, position });
    }
    case 'skill':
      return translate(matchingWords, locale, 'matching.change_skill', { skill: skillLabel(change.skill), position });
    case 'radius': {
      const distance = distanceWords(change.radiusMetres, locale);
      return translate(matchingWords, locale, 'matching.change_radius', { distance, position });
    }
    case 'french': {
      const level = frenchWords(change.level, locale);
      return translate(matchingWords, locale, 'matching.change_french', { level, position });
    }
    case 'availability':
      return translate(matchingWords, locale, 'matching.change_availability', { day: change.day, position });
    case 'hours':
      return translate(matchingWords, locale, 'matching.change_hours', { position });
    case 'contact':
      return translate(matchingWords, locale, 'matching.change_contact', { position });
  }
}

/** A level of the 0..6 scale in words: `français B1 (autonome)`. */
export function frenchWords(level: number, locale: Locale = 'fr'): string {
  return sentence(referenceWords, locale, `reference.french_${level}`);
}

/** `+6 sans CACES R489 (chariots élévateurs)`: what an offer would gain by asking less. */
export function relaxationWords(relaxation: Relaxation, gained: number, locale: Locale = 'fr'): string {
  const count = gained;
  switch (relaxation.kind) {
    case 'licence': {
      const licence = licenceLabel(relaxation.licence, locale);
      return translate(matchingWords, locale, 'matching.relax_licence', { count, licence });
    }
    case 'french': {
      const level = frenchWords(relaxation.level, locale);
      return translate(matchingWords, locale, 'matching.relax_french', { count, level });
    }
    case 'slack':
      return translate(matchingWords, locale, 'matching.relax_slack', { count, day: relaxation.day });
    case 'distance': {
      const distance = distanceWords(relaxation.beyondMetres, locale);
      return translate(matchingWords, locale, 'matching.relax_distance', { count, distance });
    }
    case 'hours':
      return translate(matchingWords, locale, 'matching.relax_hours', { count });
    case 'occupation':
      return translate(matchingWords, locale, 'matching.relax_occupation', { count });
  }
}
