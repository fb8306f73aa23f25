import type { Client } from '../../support/product.ts';
import { type World as Contracts, startWorld as startContracts } from '../contract/world.ts';

export interface World extends Contracts {
  /** A contract that our buyer plans, sent by it. */
  planned(changes?: Partial<Facts>): Promise<string>;
}

type Facts = Parameters<Client['programme']['plan']['mutate']>[0];

export const facts: Facts = {
  ...{ year: 2025, object: 'Nettoyage des écoles', reference: null, cpv: '90910000', kind: 'services' as const },
  ...{ buyerKind: 'other' as const, amountCents: 120_000_000, procedure: 'open' as const, durationMonths: 48 },
  ...{ publicationOn: '2025-03-15', lots: 2, area: '75', note: null, buyerId: null },
};

export async function startWorld(): Promise<World> {
  const world = await startContracts();
  return {
    ...world,
    planned: async (changes = {}) => {
      const reference = `P-${crypto.randomUUID().slice(0, 8)}`;
      const { plannedId } = await world.buyer.client.programme.plan.mutate({ ...facts, reference, ...changes });
      return plannedId;
    },
  };
}
