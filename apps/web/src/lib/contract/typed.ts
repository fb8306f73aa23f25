import { text } from '#lib/server/form.ts';

/** A number as people type it (`1 234,5`, `1 234.5 €`); null when empty, NaN when it is no number, for the schema to refuse. */
export function decimal(form: FormData, name: string): number | null {
  const typed = text(form, name)
    .replaceAll(/[\s\u00a0\u202f€%]/g, '')
    .replace(',', '.');
  return typed === '' ? null : Number(typed);
}

/** Euros typed, cents given. */
export function cents(form: FormData, name: string): number | null {
  return scaled(decimal(form, name));
}

/** A percentage typed (`5`, `7,5`), basis points given. */
export function basisPoints(form: FormData, name: string): number | null {
  return scaled(decimal(form, name));
}

function scaled(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100);
}
