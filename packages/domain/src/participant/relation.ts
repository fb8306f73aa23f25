/** Who somebody is to the person who goes through her. */
export const thirdRelations = ['family', 'friend', 'neighbour', 'professional', 'guardian', 'other'] as const;

export type ThirdRelation = (typeof thirdRelations)[number];
