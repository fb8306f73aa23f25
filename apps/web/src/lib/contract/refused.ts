export interface RefusedForm {
  sentence: string;
  fields: Record<string, string>;
  values: Record<string, string | string[]>;
}

/** The refusal that a form brought back, of what its actions may give; null when nothing was refused. */
export function refusedIn(form: Partial<RefusedForm> | null | undefined): RefusedForm | null {
  if (form?.sentence === undefined) return null;
  return { sentence: form.sentence, fields: form.fields ?? {}, values: form.values ?? {} };
}
