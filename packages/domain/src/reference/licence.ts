import type { Locale } from '../shared/locale.ts';

/** A licence, certificate or permit that work may ask for, held now. Diplomas are not licences. */
export interface LicenceName {
  code: string;
  label: Readonly<Record<Locale, string>>;
}

/** Licences with a code of their own. Arrêtés and brochures differ by licence; the codes are ours. */
export const licences: readonly LicenceName[] = [
  named('AM', 'permis AM (cyclomoteur)', 'moped licence (AM)'),
  named('B', 'permis B', 'car licence (B)'),
  named('BE', 'permis BE', 'car and trailer licence (BE)'),
  named('C', 'permis C (poids lourd)', 'lorry licence (C)'),
  named('CE', 'permis CE (super lourd)', 'lorry and trailer licence (CE)'),
  named('D', 'permis D (transport en commun)', 'bus licence (D)'),
  named('aipr', 'AIPR (travaux à proximité des réseaux)', 'AIPR (work near buried networks)'),
  named('sst', 'SST (sauveteur secouriste du travail)', 'SST (first aid at work)'),
  named('psc1', 'PSC1 (premiers secours)', 'PSC1 (first aid)'),
  named('prap_2s', 'PRAP 2S (gestes et postures, soin)', 'PRAP 2S (safe handling of people)'),
  named('haccp', 'HACCP (hygiène alimentaire)', 'HACCP (food hygiene)'),
  named('certiphyto', 'Certiphyto (produits phytosanitaires)', 'Certiphyto (plant protection products)'),
  named('echafaudage_r408', 'échafaudage R408', 'scaffolding R408'),
  named('travail_hauteur', 'travail en hauteur', 'work at height'),
  named('fimo', 'FIMO marchandises', 'FIMO (goods transport)'),
  named('fco', 'FCO marchandises', 'FCO (goods transport, refresher)'),
  named('fimo_voyageurs', 'FIMO voyageurs', 'FIMO (passenger transport)'),
  named('adr', 'ADR (matières dangereuses)', 'ADR (dangerous goods)'),
  named('carte_conducteur', 'carte conducteur', 'driver card'),
  named('carte_pro_securite', 'carte professionnelle de sécurité (CNAPS)', 'security guard card (CNAPS)'),
  named('ssiap1', 'SSIAP 1', 'SSIAP 1 (fire safety)'),
  named('qualif_soudure_iso9606', 'qualification de soudeur ISO 9606', 'welder qualification ISO 9606'),
];

/** The recommendations of the CNAM that a CACES names, with the machines they cover; the older ones are still on CVs. */
export const cacesFamilies: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  r482: { fr: 'engins de chantier', en: 'site machinery' },
  r483: { fr: 'grues mobiles', en: 'mobile cranes' },
  r484: { fr: 'ponts roulants et portiques', en: 'overhead cranes' },
  r485: { fr: 'gerbeurs à conducteur accompagnant', en: 'pedestrian stackers' },
  r486: { fr: 'nacelles', en: 'lifting platforms' },
  r487: { fr: 'grues à tour', en: 'tower cranes' },
  r489: { fr: 'chariots élévateurs', en: 'forklift trucks' },
  r490: { fr: 'grues de chargement', en: 'loader cranes' },
  r372: { fr: 'engins de chantier, ancien', en: 'site machinery, former' },
  r377: { fr: 'grues à tour, ancien', en: 'tower cranes, former' },
  r383: { fr: 'grues mobiles, ancien', en: 'mobile cranes, former' },
  r386: { fr: 'nacelles, ancien', en: 'lifting platforms, former' },
  r389: { fr: 'chariots élévateurs, ancien', en: 'forklift trucks, former' },
  r390: { fr: 'grues de chargement, ancien', en: 'loader cranes, former' },
};

const labelOfCode = new Map(licences.map(({ code, label }) => [code, label]));
const cacesPattern = /^caces_(r\d{3})(?:_([0-9a-z]+))?$/;
const electricalPattern = /^hab_elec_([0-9a-z]+)$/;

/**
 * Whether a code is one of ours: a licence of the list, `caces_rNNN` with or without a category
 * (`caces_r489_3`), or `hab_elec_` and an electrical qualification (`hab_elec_b1v`, NF C 18-510).
 */
export function isLicenceCode(code: string): boolean {
  const caces = cacesPattern.exec(code);
  if (caces) return Object.hasOwn(cacesFamilies, caces[1] ?? '');
  return labelOfCode.has(code) || electricalPattern.test(code);
}

/** The words of a licence; a code that we don't know is shown as it is. */
export function licenceLabel(code: string, locale: Locale = 'fr'): string {
  const caces = cacesPattern.exec(code);
  const family = caces?.[1] !== undefined && Object.hasOwn(cacesFamilies, caces[1]) ? cacesFamilies[caces[1]] : null;
  if (caces && family) return cacesLabel(caces[1] ?? '', caces[2], family[locale], locale);
  const electrical = electricalPattern.exec(code)?.[1];
  if (electrical !== undefined) return `${electricalWords[locale]} ${electrical.toUpperCase()}`;
  return labelOfCode.get(code)?.[locale] ?? code;
}

function cacesLabel(family: string, category: string | undefined, machines: string, locale: Locale): string {
  const detail = category === undefined ? '' : ` ${categoryWords[locale]} ${category.toUpperCase()}`;
  return `CACES ${family.toUpperCase()}${detail} (${machines})`;
}

const electricalWords: Readonly<Record<Locale, string>> = {
  fr: 'habilitation électrique',
  en: 'electrical qualification',
};
const categoryWords: Readonly<Record<Locale, string>> = { fr: 'catégorie', en: 'category' };

function named(code: string, fr: string, en: string): LicenceName {
  return { code, label: { fr, en } };
}
