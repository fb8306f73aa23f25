/** A line of a Select, a Combobox or a RadioGroup. */
export interface Option {
  value: string;
  label: string;
  /** Second line, in smaller letters. */
  hint?: string;
  group?: string;
  disabled?: boolean;
}

/** Options in the order given, gathered under their group; those without a group come under ''. */
export function grouped(options: readonly Option[]): { name: string; options: Option[] }[] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const name = option.group ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [option]);
    else group.push(option);
  }
  return [...groups].map(([name, members]) => ({ name, options: members }));
}

/** Letters without accents or case, so that "eve" finds "Ève". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
