/** What an action of ours gave back when it was refused: the sentence, the fields to correct, what was typed. */
export interface RefusedForm {
  sentence: string;
  fields: Record<string, string>;
  values: Record<string, string | string[]>;
}

/** The refusal in the answer of a page that has several actions, or null when it is another answer. */
export function refusedOf(form: unknown): RefusedForm | null {
  if (typeof form !== 'object' || form === null) return null;
  return 'sentence' in form && 'fields' in form && 'values' in form ? (form as RefusedForm) : null;
}
