/**
 * An occupation that social clauses recruit for again and again. `code` is its ROME v3 code (a fact of the national
 * repertory); label, titles and skills are written by us. `close` are occupations that one may take up
 * now (*mobilité proche*), `next` those that one may move on to (*si évolution*): codes of the same table.
 */
export interface Occupation {
  code: string;
  label: string;
  titles: readonly string[];
  close: readonly string[];
  next: readonly string[];
  skills: readonly string[];
}

/** Written as lists in one text, parted by `; `, so that a table stays readable; codes are parted by spaces. */
interface WrittenOccupation {
  titles: string;
  close?: string;
  next?: string;
  skills: string;
}

export function occupation(
  code: string,
  label: string,
  written: WrittenOccupation,
  sharedSkills: readonly string[] = [],
): Occupation {
  return {
    code,
    label,
    titles: listOf(written.titles, '; '),
    close: listOf(written.close ?? '', ' '),
    next: listOf(written.next ?? '', ' '),
    skills: [...new Set([...listOf(written.skills, '; '), ...sharedSkills])],
  };
}

function listOf(text: string, separator: string): string[] {
  return text.split(separator).filter((part) => part !== '');
}
