import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const held = (text: string, today = '2026-04-01') => readCv({ text }, reference, { today }).licences;

/** How each licence is commonly written, alone on a line. */
const written: [string, string][] = [
  ['B', 'Permis B'],
  ['B', 'Permis de conduire B'],
  ['B', 'Permis VL'],
  ['B', 'Driving licence B'],
  ['AM', 'Permis AM'],
  ['AM', 'BSR'],
  ['BE', 'Permis BE'],
  ['BE', 'Permis E(B)'],
  ['C', 'Permis C'],
  ['C', 'Permis poids lourd'],
  ['CE', 'Permis CE'],
  ['CE', 'Permis EC'],
  ['CE', 'Permis SPL'],
  ['CE', 'Permis C+E'],
  ['D', 'Permis D'],
  ['caces_r489_3', 'CACES R489 catégorie 3'],
  ['caces_r489_1a', 'CACES R489 cat. 1A'],
  ['caces_r489_5', 'R489 cat 5'],
  ['caces_r389_3', 'CACES R389 cat. 3'],
  ['caces_r482_a', 'CACES R482 A'],
  ['caces_r482_b1', 'CACES R.482 catégorie B1'],
  ['caces_r486_b', 'CACES R486 (B)'],
  ['caces_r490', 'CACES R490'],
  ['caces_r485_2', 'CACES R 485 cat. 2'],
  ['hab_elec_b1v', 'Habilitation électrique B1V'],
  ['hab_elec_h0b0', 'Habilitation électrique H0-B0'],
  ['hab_elec_br', 'Habilitation NF C 18-510 : BR'],
  ['aipr', 'AIPR'],
  ['sst', 'SST'],
  ['sst', 'Sauveteur secouriste du travail'],
  ['psc1', 'PSC 1'],
  ['prap_2s', 'PRAP-2S'],
  ['haccp', 'Formation HACCP'],
  ['certiphyto', 'Certiphyto'],
  ['echafaudage_r408', 'Montage d’échafaudage R408'],
  ['travail_hauteur', 'Habilitation travail en hauteur'],
  ['fimo', 'FIMO'],
  ['fimo_voyageurs', 'FIMO voyageurs'],
  ['fco', 'FCO'],
  ['adr', 'ADR'],
  ['carte_conducteur', 'Carte conducteur'],
  ['carte_pro_securite', 'Carte professionnelle de sécurité'],
  ['ssiap1', 'SSIAP 1'],
  ['qualif_soudure_iso9606', 'Qualification soudure ISO 9606-1'],
];

describe.each(written)('%s, written "%s"', (code, words) => {
  it('is held, under the headings where papers are listed and among others', () => {
    expect(held(`Permis et habilitations\n${words}`)).toContain(code);
    expect(held(`Awa INVENTÉE\n${words}`)).toContain(code);
    expect(held(`Permis et habilitations\n- ${words}\n- AIPR\n- Permis B`)).toContain(code);
  });

  it.each([
    '(en cours)',
    ': en cours d’obtention',
    '(périmé)',
    '- expiré en 2020',
    'prévu en septembre',
    'à renouveler',
  ])('is not held when "%s" follows', (state) => {
    expect(held(`Permis et habilitations\n${words} ${state}`)).toEqual([]);
  });

  it('is held until the day it says, and not after', () => {
    expect(held(`Permis et habilitations\n${words}, valable jusqu’en 03/2027`)).toContain(code);
    expect(held(`Permis et habilitations\n${words}, valable jusqu’en 03/2025`)).toEqual([]);
    expect(held(`Permis et habilitations\n${words}, valable jusqu’en 03/2025`, '2024-01-01')).toContain(code);
  });

  it('is not held when it is among the leisures', () => {
    expect(held(`Loisirs\n${words}`)).toEqual([]);
  });

  it('is held once, however often it is named, and not at all when one line says that it lapsed', () => {
    expect(held(`Permis et habilitations\n${words}\n${words}`).filter((one) => one === code)).toEqual([code]);
    expect(held(`Permis et habilitations\n${words}\nDivers\n${words} (périmé)`)).not.toContain(code);
  });
});

describe('several categories in one line', () => {
  it.each<[string, string[]]>([
    ['Permis A, B, C et CE', ['B', 'C', 'CE']],
    ['Permis B - C - D', ['B', 'C', 'D']],
    ['Permis B/BE', ['B', 'BE']],
    ['Permis B + C', ['B', 'C']],
    ['CACES R489 1A, 3, 5', ['caces_r489_1a', 'caces_r489_3', 'caces_r489_5']],
    ['CACES 1, 3 et 5', ['caces_r489_1', 'caces_r489_3', 'caces_r489_5']],
    ['CACES 3 et 5 (R389)', ['caces_r389_3', 'caces_r389_5']],
    ['CACES R482 A, B1 et F - R490', ['caces_r482_a', 'caces_r482_b1', 'caces_r482_f', 'caces_r490']],
    ['CACES R486 A et B, R489 3', ['caces_r486_a', 'caces_r486_b', 'caces_r489_3']],
    [
      'Habilitations électriques : B0, H0V, BS, BE manœuvre',
      ['hab_elec_b0', 'hab_elec_h0v', 'hab_elec_bs', 'hab_elec_be'],
    ],
    ['Permis B, CACES R489 cat. 3, SST', ['B', 'caces_r489_3', 'sst']],
  ])('%s', (line, codes) => {
    expect([...held(`Permis et habilitations\n${line}`)].sort()).toEqual([...codes].sort());
  });

  it('the state of one is not the state of its neighbours', () => {
    expect(held('Permis B, CACES R489 cat. 3 (périmé), SST')).toEqual(['B', 'sst']);
    expect(held('Permis B | Permis C en cours | AIPR')).toEqual(['B', 'aipr']);
    expect(held('SST à renouveler ; AIPR ; permis B')).toEqual(['aipr', 'B']);
  });
});

describe('words that are no licence', () => {
  it.each([
    'CAP cuisine',
    'Plan B',
    'Vitamine C',
    'Immeuble A, escalier D',
    'Groupe sanguin B',
    'Permis de construire',
    'Permis bateau',
    'Permis de travail en hauteur à signer chaque jour'.slice(0, 14),
    'R2D2',
    'Route départementale R500',
    'Caces à passer',
    'Bac pro, BEP, BTS',
    'Carte professionnelle VTC',
    'SSIAP 2',
    'Moyens : véhicule personnel',
  ])('%s', (line) => {
    expect(held(`Divers\n${line}`)).toEqual([]);
  });
});

it('a line that also says something of the person gives the licence and not the rest', () => {
  const reading = readCv({ text: 'Permis B, RQTH jusqu’en 2027' }, reference, { today: '2026-04-01' });
  expect(reading.licences).toEqual(['B']);
  expect(JSON.stringify({ ...reading, text: '' })).not.toContain('RQTH');
});
