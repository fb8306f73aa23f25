import type { EmploymentKind } from '@jonction/domain/offer/offer';
import type { Refused } from '#lib/server/form.ts';
import type { Offer } from './shapes.ts';
import { skillSeparator } from './skill-value.ts';

/** What the fields of an offer hold, as texts: what was just typed, else the offer, else nothing. */
export interface OfferFieldValues {
  text(name: keyof Offer, fallback?: string): string;
  list(name: 'licences' | 'skills'): string[];
  skills: { skill: string; label: string }[];
  otherSkills: string;
  error(name: string): string | undefined;
  employmentKind: EmploymentKind | '';
}

export function fieldValues(offer: Offer | null, refused: Refused | undefined): OfferFieldValues {
  const typed = refused?.values;
  const listTyped = (name: string) => [typed?.[`offer.${name}`] ?? []].flat().filter((value) => value !== '');
  const text = (name: keyof Offer, fallback = '') => {
    const given = typed?.[`offer.${name}`] ?? offer?.[name];
    return typeof given === 'string' || typeof given === 'number' ? String(given) : fallback;
  };
  return {
    text,
    list: (name) =>
      typed
        ? listTyped(name)
        : name === 'licences'
          ? (offer?.licences ?? [])
          : (offer?.skills ?? []).map(({ skill, label }) => `${skill}${skillSeparator}${label}`),
    skills: typed
      ? listTyped('skills').map((value) => {
          const [skill = '', label = skill] = value.split(skillSeparator);
          return { skill, label };
        })
      : (offer?.skills ?? []),
    otherSkills: String(typed?.otherSkills ?? ''),
    error: (name) => refused?.fields[`offer.${name}`] ?? refused?.fields[name],
    employmentKind: text('employmentKind') as EmploymentKind | '',
  };
}
