import { text } from './form.ts';

/** What somebody said of the columns of a sheet: header -> field. */
export function mappingOf(form: FormData): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const name of form.keys()) {
    const at = /^entete\.(\d+)$/.exec(name)?.[1];
    const field = text(form, `colonne.${at}`);
    if (at !== undefined && field !== '') mapping[text(form, name)] = field;
  }
  return mapping;
}
