import type { Option } from '@jonction/ui/option';

/** Finds buyers or companies of the register as one types. */
export function searchBodies(kind: 'buyer' | 'employer'): (query: string) => Promise<readonly Option[]> {
  return async (query) => {
    const answer = await fetch(`/facilitateur/organisations?genre=${kind}&q=${encodeURIComponent(query)}`);
    if (!answer.ok) throw new Error(`organisations ${answer.status}`);
    return answer.json();
  };
}
