/** Fictitious rows for the gallery: short and very long names, zero and thousands. */
export interface Person {
  id: string;
  name: string;
  occupation: string;
  town: string;
  waitingSince: string;
  state: 'validated' | 'toDecide' | 'waiting' | 'rejected' | 'unknown';
  centihours: number;
  shares: readonly number[];
}

export const people: readonly Person[] = [
  {
    id: '1',
    name: 'Awa Bricourt',
    occupation: 'Agente de propreté',
    town: 'Paris 13e',
    waitingSince: '2020-04-12',
    state: 'validated',
    centihours: 123450,
    shares: [1, 1, 0.8, 0.7, 1, 0.4],
  },
  {
    id: '2',
    name: 'Isidore Kemplaire',
    occupation: 'Agent d’entretien des espaces verts',
    town: 'Ville-Fictive',
    waitingSince: '2019-05-02',
    state: 'toDecide',
    centihours: 64000,
    shares: [1, 0.7, 1, 0.8, 0.2, 1],
  },
  {
    id: '3',
    name: 'Marie-Philomène de la Tour-Villeneuve-Saint-Barthélemy',
    occupation: 'Employée polyvalente de restauration collective, légumerie et plonge',
    town: 'Saint-Exemple-sur-la-Longue-Rivière',
    waitingSince: '2020-04-13',
    state: 'waiting',
    centihours: 725,
    shares: [0.5, 0.2, 0.9, 0, 1, 0.1],
  },
  {
    id: '4',
    name: 'Li',
    occupation: 'Maçon',
    town: 'Ré',
    waitingSince: '2020-04-14',
    state: 'rejected',
    centihours: 0,
    shares: [0, 0, 0, 0, 0, 0],
  },
  {
    id: '5',
    name: 'Ndèye Exempla',
    occupation: 'Agente de sécurité',
    town: 'Bourg-Modèle',
    waitingSince: '2018-01-03',
    state: 'unknown',
    centihours: 1_000_000,
    shares: [0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
  },
];
