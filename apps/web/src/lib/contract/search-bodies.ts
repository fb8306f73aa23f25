import type { Option } from '@jonction/ui/option';

/** Finds buyers or companies of the register as one types; any organisation when no kind is asked. */
export function searchBodies(kind?: 'buyer' | 'employer'): (query: string) => Promise<readonly Option[]> {
  return async (query) => {
    const answer = await fetch(`/organisations?genre=${kind ?? ''}&q=${encodeURIComponent(query)}`);
    if (!answer.ok) throw new Error(`organisations ${answer.status}`);
    return answer.json();
  };
}

/** Finds a buyer's own contracts as one types. */
export async function searchOwn(query: string): Promise<readonly Option[]> {
  const answer = await fetch(`/choix/marches-acheteur?q=${encodeURIComponent(query)}`);
  if (!answer.ok) throw new Error(`marches-acheteur ${answer.status}`);
  return answer.json();
}
