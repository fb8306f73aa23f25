import type { Option } from '@jonction/ui/option';

/** What the server offers for the words typed so far; a Combobox shows its failure in words. */
export function searchChoices(list: 'metiers' | 'competences' | 'savoir-faire' | 'communes' | 'entreprises' | 'cpv') {
  return async (typed: string): Promise<readonly Option[]> => {
    const response = await fetch(`/choix/${list}?q=${encodeURIComponent(typed)}`);
    if (!response.ok) throw new Error(`${list}: ${response.status}`);
    const options: readonly Option[] = await response.json();
    return options;
  };
}
