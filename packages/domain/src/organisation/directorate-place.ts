/** Where the contracts of a buyer stand towards one directorate: in it, in another, in none, or anywhere. */
export const directoratePlaces = ['inside', 'nowhere', 'elsewhere', 'anywhere'] as const;
export type DirectoratePlace = (typeof directoratePlaces)[number];

/** What is put into a directorate: a contract, somebody of the buyer with an access, a contact that the team knows. */
export const placedKinds = ['contract', 'person', 'contact'] as const;
export type PlacedKind = (typeof placedKinds)[number];
