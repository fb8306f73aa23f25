export interface RefusedForm {
  /** Absent where a field already says it: the same words three times help nobody. */
  sentence?: string;
  fields: Record<string, string>;
  values: Record<string, string | string[]>;
}

/** The refusal that a form brought back, of what its actions may give; null when nothing was refused. */
export function refusedIn(form: Partial<RefusedForm> | null | undefined): RefusedForm | null {
  if (form?.sentence === undefined) return null;
  const { sentence, fields = {}, values = {} } = form;
  return { ...(Object.values(fields).includes(sentence) ? {} : { sentence }), fields, values };
}
