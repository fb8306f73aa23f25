/** How a column is written and read; `choice` columns take one of `choices`. */
export type FieldKind = 'text' | 'day' | 'month' | 'number' | 'choice';

/** A column of one of our sheets: its French header, how people also call it, and what to write in it. */
export interface SheetField<Key extends string = string> {
  key: Key;
  header: string;
  aliases: readonly string[];
  required: boolean;
  kind: FieldKind;
  /** What the validation list of the template offers. */
  choices?: readonly string[];
  /** One French sentence for the instruction sheet. */
  help: string;
  example: string;
}

/** A kind of sheet that enters: what its template shows, in the order of the columns. */
export interface SheetForm<Key extends string = string> {
  title: string;
  /** What the sheet is for, in French, for the instruction sheet. */
  intro: string;
  fields: readonly SheetField<Key>[];
}

/** The header that our template gives a column. */
export function headerOf<Key extends string>(form: SheetForm<Key>, key: Key): string {
  return form.fields.find((one) => one.key === key)?.header ?? key;
}
