/** How big a world is. */
export interface World {
  name: 'small' | 'paris-2020' | 'crowd';
  participants: number;
  contracts: number;
  offers: number;
  buyers: number;
  employers: number;
  placements: number;
}

export const worlds: Readonly<Record<World['name'], World>> = {
  small: { name: 'small', participants: 120, contracts: 40, offers: 25, buyers: 6, employers: 10, placements: 12 },
  'paris-2020': {
    name: 'paris-2020',
    participants: 2_240,
    contracts: 900,
    offers: 60,
    buyers: 60,
    employers: 120,
    placements: 120,
  },
  crowd: {
    name: 'crowd',
    participants: 60_000,
    contracts: 3_000,
    offers: 300,
    buyers: 120,
    employers: 400,
    placements: 300,
  },
};

/** Fixed: printed on the screen of whoever tries the product on her own machine, and only in a world of demonstration. */
export const demoPassword = 'demonstration-locale';

export const demoSlug = 'demonstration';
