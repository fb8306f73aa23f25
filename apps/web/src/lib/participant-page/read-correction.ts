import { ownFields, saidFields } from '@jonction/domain/participant/own-field';
import { optionalText, text, wholeNumber } from '#lib/server/form.ts';

type Field = (typeof ownFields)[number] | (typeof saidFields)[number];

const fields: readonly Field[] = [...ownFields, ...saidFields];

/** The line of her CV that a form is about; `other` for a form that names none. */
export function fieldOf(form: FormData): Field {
  return fields.find((field) => field === text(form, 'field')) ?? 'other';
}

/** A correction as its form sent it; the API says what is wrong with it. */
export function readCorrection(form: FormData) {
  const field = fieldOf(form);
  switch (field) {
    case 'phone':
      return { field, phone: text(form, 'phone') };
    case 'email':
      return { field, email: optionalText(form, 'email') };
    case 'place':
      return { field, postalCode: text(form, 'postalCode'), city: optionalText(form, 'city') };
    case 'radius':
      return { field, radiusKm: wholeNumber(form, 'radiusKm') };
    case 'channel':
      return { field, channel: text(form, 'channel') };
    case 'postal':
      return { field, postal: optionalText(form, 'postal') };
    case 'third':
      if (text(form, 'retirer') !== '') return { field, third: null };
      return {
        field,
        third: {
          name: text(form, 'name'),
          relation: text(form, 'relation'),
          phone: optionalText(form, 'phone'),
          email: optionalText(form, 'email'),
        },
      };
    case 'availability':
      return { field, availableFrom: optionalText(form, 'availableFrom') };
    case 'hours':
      return {
        field,
        weeklyHoursMin: wholeNumber(form, 'weeklyHoursMin'),
        weeklyHoursMax: wholeNumber(form, 'weeklyHoursMax'),
      };
    default:
      return { field, words: text(form, 'words') };
  }
}
