import type { Option } from '@jonction/ui/option';

/** Asks the server for occupations in the words of whoever types. */
export async function searchOccupations(query: string): Promise<Option[]> {
  const response = await fetch(`/metiers?q=${encodeURIComponent(query)}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`occupations: ${response.status}`);
  return (await response.json()) as Option[];
}
