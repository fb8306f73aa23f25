import type { offerInput } from '@jonction/domain/offer/offer';
import type { z } from 'zod';

/** Two cleaners in Paris 13e from 1 May 2026, 25 hours a week, unless traits say otherwise. */
export function need(traits: Partial<z.input<typeof offerInput>> = {}): z.input<typeof offerInput> {
  return {
    title: 'Agent de propreté',
    romeCode: 'K2204',
    positions: 2,
    weeklyHoursMin: 25,
    weeklyHoursMax: 25,
    employmentKind: 'fixed_term',
    startsOn: '2026-05-01',
    postalCode: '75013',
    ...traits,
  };
}
