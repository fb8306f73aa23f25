import { licences } from '@jonction/domain/reference/licence';

const driving = ['AM', 'B', 'BE', 'C', 'CE', 'D'];

/** What offers of clauses ask for, by group. CACES and electrical categories in use (CNAM R482 to R490, NF C 18-510). */
export const licenceGroups = [
  { name: 'driving', codes: driving },
  {
    name: 'caces',
    codes: [
      ...['a', 'b1', 'c1', 'd', 'e', 'f', 'g'].map((category) => `caces_r482_${category}`),
      ...['1', '2'].map((category) => `caces_r484_${category}`),
      ...['1', '2'].map((category) => `caces_r485_${category}`),
      ...['a', 'b'].map((category) => `caces_r486_${category}`),
      ...['1', '3'].map((category) => `caces_r487_${category}`),
      ...['1a', '1b', '3', '5'].map((category) => `caces_r489_${category}`),
      'caces_r490',
    ],
  },
  { name: 'electrical', codes: ['h0b0', 'h0v', 'b1', 'b1v', 'b2v', 'br', 'bs', 'bc'].map((one) => `hab_elec_${one}`) },
  { name: 'others', codes: licences.map(({ code }) => code).filter((code) => !driving.includes(code)) },
] as const satisfies readonly { name: 'driving' | 'caces' | 'electrical' | 'others'; codes: readonly string[] }[];
