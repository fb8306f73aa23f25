import type { EmploymentKind, offerInput } from '@jonction/domain/offer/offer';
import type { z } from 'zod';
import { optionalText, text, texts, wholeNumber } from '#lib/server/form.ts';
import { skillSeparator } from './skill-value.ts';

type Input = z.input<typeof offerInput>;

/**
 * The need as the form posts it, each field under the name that a refusal gives it back (`offer.title`). What is missing or
 * wrong goes as it is: the procedure's schema refuses it at its field.
 */
export function readOffer(form: FormData): Input {
  const number = (name: string) => wholeNumber(form, `offer.${name}`);
  const needed = (name: string) => number(name) ?? Number.NaN;
  return {
    title: text(form, 'offer.title'),
    romeCode: text(form, 'offer.romeCode'),
    positions: needed('positions'),
    weeklyHoursMin: needed('weeklyHoursMin'),
    weeklyHoursMax: number('weeklyHoursMax') ?? needed('weeklyHoursMin'),
    employmentKind: text(form, 'offer.employmentKind') as EmploymentKind,
    startsOn: text(form, 'offer.startsOn'),
    slackDays: number('slackDays') ?? 0,
    postalCode: text(form, 'offer.postalCode'),
    placeLabel: text(form, 'offer.placeLabel'),
    licences: texts(form, 'offer.licences'),
    skills: readSkills(form),
    monthsAsked: number('monthsAsked') ?? 0,
    frenchLevel: number('frenchLevel') ?? 0,
    description: optionalText(form, 'offer.description'),
    schedule: optionalText(form, 'offer.schedule'),
    contactName: optionalText(form, 'offer.contactName'),
    contactPhone: optionalText(form, 'offer.contactPhone'),
    contactEmail: optionalText(form, 'offer.contactEmail'),
  };
}

/** Those ticked, then those typed, one a line or parted by commas; the same words twice are one. */
function readSkills(form: FormData): NonNullable<Input['skills']> {
  const ticked = texts(form, 'offer.skills').map((value) => {
    const [skill = '', label = skill] = value.split(skillSeparator);
    return { skill, label };
  });
  const typed = text(form, 'otherSkills')
    .split(/[,;\n]/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((label) => ({ skill: label.toLocaleLowerCase('fr'), label }));
  return [...new Map([...ticked, ...typed].map((one) => [one.skill, one])).values()];
}
