const known = [
  'done.appel',
  'done.ouverte',
  'done.demandee',
  'done.pourvue',
  'done.fermee',
  'done.reponse',
  'done.retrait',
  'done.lien',
  'done.modifiee',
] as const;

/** What the address says was just done (`?fait=appel`), as a key of the offer's words. */
export function doneWords(done: string | null): (typeof known)[number] | undefined {
  return known.find((key) => key === `done.${done}`);
}
