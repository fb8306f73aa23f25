import type { ListAddress } from '@jonction/ui/address';
import type { CensusWindow } from './census.ts';

/** The rows of the list of an address from one on, asked for while the eye follows the grid. */
export async function bringWindow(url: ListAddress, start: number): Promise<CensusWindow> {
  const asked = new URLSearchParams(url.searchParams.toString());
  asked.set('debut', String(start));
  asked.delete('page');
  const answer = await fetch(`/facilitateur/marches/recensement/lignes?${asked}`);
  if (!answer.ok) throw new Error(`the window from ${start} did not come`);
  return answer.json();
}
