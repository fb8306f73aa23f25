/** Which column is which, as a form says it: fields named `colonne-N`, N being the column of the file, beside its `entete`. */
export function mappingIn(form: FormData): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const [at, header] of form.getAll('entete').map(String).entries()) {
    const field = form.get(`colonne-${at}`);
    if (typeof field === 'string' && field !== '') mapping[header] = field;
  }
  return mapping;
}
