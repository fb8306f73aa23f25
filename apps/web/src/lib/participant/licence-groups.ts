import { licenceLabel, licences } from '@jonction/domain/reference/licence';
import type { Locale } from '@jonction/domain/shared/locale';

interface LicenceOption {
  value: string;
  label: string;
}

const driving = ['AM', 'B', 'BE', 'C', 'CE', 'D', 'fimo', 'fco', 'fimo_voyageurs', 'adr', 'carte_conducteur'];
/** The categories that sites and warehouses ask for; any other is kept when a CV names it. */
const usualCaces = [
  'caces_r482_a',
  'caces_r482_b1',
  'caces_r482_c1',
  'caces_r486_a',
  'caces_r486_b',
  'caces_r489_1a',
  'caces_r489_1b',
  'caces_r489_3',
  'caces_r489_5',
  'caces_r485_2',
];
const usualElectrical = ['hab_elec_h0b0', 'hab_elec_b1v', 'hab_elec_br', 'hab_elec_bs'];

/** Licences as the form offers them; those that somebody holds are there whatever they are. */
export function licenceGroups(
  held: readonly string[],
  locale: Locale,
): Record<'driving' | 'machines' | 'others', LicenceOption[]> {
  const named = (codes: readonly string[]) =>
    [...new Set(codes)].map((value) => ({ value, label: licenceLabel(value, locale) }));
  const isCaces = (code: string) => code.startsWith('caces_');
  const others = licences.map(({ code }) => code).filter((code) => !driving.includes(code));
  const rest = held.filter((code) => !isCaces(code) && !driving.includes(code));
  return {
    driving: named(driving),
    machines: named([...usualCaces, ...held.filter(isCaces)]).sort((a, b) => (a.value < b.value ? -1 : 1)),
    others: named([...others, ...usualElectrical, ...rest]),
  };
}

/** Every licence that a filter may ask for, the usual ones first. */
export function licenceOptions(locale: Locale): LicenceOption[] {
  const { driving: first, machines, others } = licenceGroups([], locale);
  return [...first, ...machines, ...others];
}
