import type { OfferStatus } from '@jonction/domain/offer/offer';

/** The views of the list of offers, by the word of the address. The first is what a facilitator works on. */
export const offerViews = [
  { name: 'en-cours', statuses: ['open', 'proposed', 'draft'] },
  { name: 'ouvertes', statuses: ['open'] },
  { name: 'demandees', statuses: ['proposed'] },
  { name: 'brouillons', statuses: ['draft'] },
  { name: 'pourvues', statuses: ['filled'] },
  { name: 'fermees', statuses: ['closed'] },
  { name: 'toutes', statuses: ['draft', 'proposed', 'open', 'filled', 'closed'] },
] as const satisfies readonly { name: string; statuses: readonly OfferStatus[] }[];
export type OfferView = (typeof offerViews)[number];

export function readView(name: string | null): OfferView {
  return offerViews.find((view) => view.name === name) ?? offerViews[0];
}

export function countOf(
  view: { statuses: readonly OfferStatus[] },
  counts: readonly { status: OfferStatus; count: number }[],
): number {
  return counts.reduce((sum, { status, count }) => (view.statuses.includes(status) ? sum + count : sum), 0);
}
