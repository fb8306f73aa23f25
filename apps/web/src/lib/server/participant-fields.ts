import type { Sex } from '@jonction/domain/participant/status';
import type { Channel, ParticipantFields } from '#lib/participant/fields.ts';
import { optionalText, text, texts, wholeNumber } from './form.ts';

/** The fields of a person as her form sends them. What is empty is unknown; the schema of the procedure judges the rest. */
export function readParticipant(form: FormData): ParticipantFields {
  const chosen = [...new Set([...texts(form, 'occupation'), ...texts(form, 'newOccupation')])];
  return {
    firstName: text(form, 'firstName'),
    lastName: text(form, 'lastName'),
    birthDate: optionalText(form, 'birthDate'),
    sex: optionalText(form, 'sex') as Sex | null,
    phone: optionalText(form, 'phone'),
    email: optionalText(form, 'email'),
    postalCode: optionalText(form, 'postalCode'),
    city: optionalText(form, 'city'),
    preferredChannel: optionalText(form, 'preferredChannel') as Channel | null,
    safeContactOnly: text(form, 'safeContactOnly') !== '',
    availableFrom: optionalText(form, 'availableFrom'),
    radiusKm: wholeNumber(form, 'radiusKm'),
    frenchLevel: wholeNumber(form, 'frenchLevel'),
    weeklyHoursMin: wholeNumber(form, 'weeklyHoursMin'),
    weeklyHoursMax: wholeNumber(form, 'weeklyHoursMax'),
    // Nothing ticked is "not known" unless somebody says that there is none.
    licences: texts(form, 'licence').length > 0 ? texts(form, 'licence') : text(form, 'noLicence') ? [] : null,
    occupations: chosen.map((code) => ({ code, months: wholeNumber(form, `months-${code}`) ?? 0 })),
  };
}
