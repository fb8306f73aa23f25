/** Fictitious people of the journeys. Their accounts are made by the operator's command before the first test. */
export interface Member {
  email: string;
  name: string;
  role: 'facilitator' | 'lead' | 'buyer' | 'employer' | 'partner' | 'administrator';
  organisation: string;
  /** The first page after signing in. */
  home: string;
}

export const password = 'une phrase assez longue';

export const structure = 'Ma structure';
export const town = { name: 'Ville de Fontvieille-les-Tilleuls', siret: '21990001600011' };
export const cleaners = { name: 'Propreté des Tilleuls', siret: '99000001000019' };

export const cast = {
  partner: {
    email: 'awa.keita@mission-locale.example',
    name: 'Awa Keita',
    role: 'partner',
    organisation: 'Mission locale des Tilleuls',
    home: '/partenaire',
  },
  facilitator: {
    email: 'claire.morel@clauses.example',
    name: 'Claire Morel',
    role: 'facilitator',
    organisation: structure,
    home: '/facilitateur',
  },
  lead: {
    email: 'rachid.benali@clauses.example',
    name: 'Rachid Benali',
    role: 'lead',
    organisation: structure,
    home: '/facilitateur',
  },
  buyer: {
    email: 'hugo.lambert@fontvieille.example',
    name: 'Hugo Lambert',
    role: 'buyer',
    organisation: town.name,
    home: '/acheteur',
  },
  employer: {
    email: 'ines.rocher@proprete-tilleuls.example',
    name: 'Inès Rocher',
    role: 'employer',
    organisation: cleaners.name,
    home: '/entreprise',
  },
  administrator: {
    email: 'paul.girard@clauses.example',
    name: 'Paul Girard',
    role: 'administrator',
    organisation: structure,
    home: '/admin',
  },
} as const satisfies Record<string, Member>;

export type Who = keyof typeof cast;
