import { cacesFamilies, isLicenceCode, licenceLabel, licences } from '@jonction/domain/reference/licence';
import { describe, expect, it } from 'vitest';

describe('a licence code', () => {
  it.each([
    'AM',
    'B',
    'BE',
    'C',
    'CE',
    'D',
    'aipr',
    'sst',
    'psc1',
    'prap_2s',
    'haccp',
    'certiphyto',
    'echafaudage_r408',
    'travail_hauteur',
    'fimo',
    'fco',
    'fimo_voyageurs',
    'adr',
    'carte_conducteur',
    'carte_pro_securite',
    'ssiap1',
    'qualif_soudure_iso9606',
    'caces_r482_a',
    'caces_r486_b',
    'caces_r489_3',
    'caces_r389_3',
    'caces_r489',
    'caces_r489_1a',
    'hab_elec_b1v',
    'hab_elec_h0b0',
  ])('%s is one of ours, and has words in both languages', (code) => {
    expect(isLicenceCode(code)).toBe(true);
    expect(licenceLabel(code)).not.toBe(code);
    expect(licenceLabel(code, 'en')).not.toBe(code);
    expect(licenceLabel(code)).not.toMatch(/_/);
  });

  it.each([
    '',
    'b',
    'permis B',
    'caces',
    'caces_r999_1',
    'caces_489_3',
    'CACES_R489_3',
    'hab_elec_',
    'bafa',
    'constructor',
  ])('"%s" is none, and is shown as it is', (code) => {
    expect(isLicenceCode(code)).toBe(false);
    expect(licenceLabel(code)).toBe(code);
  });
});

describe('the words of a licence', () => {
  it.each([
    { code: 'B', fr: 'permis B', en: 'car licence (B)' },
    {
      code: 'caces_r489_3',
      fr: 'CACES R489 catégorie 3 (chariots élévateurs)',
      en: 'CACES R489 category 3 (forklift trucks)',
    },
    {
      code: 'caces_r489_1a',
      fr: 'CACES R489 catégorie 1A (chariots élévateurs)',
      en: 'CACES R489 category 1A (forklift trucks)',
    },
    { code: 'caces_r486', fr: 'CACES R486 (nacelles)', en: 'CACES R486 (lifting platforms)' },
    {
      code: 'caces_r389_3',
      fr: 'CACES R389 catégorie 3 (chariots élévateurs, ancien)',
      en: 'CACES R389 category 3 (forklift trucks, former)',
    },
    { code: 'hab_elec_b1v', fr: 'habilitation électrique B1V', en: 'electrical qualification B1V' },
    { code: 'ssiap1', fr: 'SSIAP 1', en: 'SSIAP 1 (fire safety)' },
  ])('of $code are "$fr"', ({ code, fr, en }) => {
    expect(licenceLabel(code)).toBe(fr);
    expect(licenceLabel(code, 'en')).toBe(en);
  });

  it('are distinct', () => {
    expect(new Set(licences.map(({ code }) => code)).size).toBe(licences.length);
    expect(new Set(licences.map(({ label }) => label.fr)).size).toBe(licences.length);
    expect(new Set(Object.values(cacesFamilies).map(({ fr }) => fr)).size).toBe(Object.keys(cacesFamilies).length);
  });
});
