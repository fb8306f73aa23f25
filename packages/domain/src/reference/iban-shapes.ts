/** What an IBAN of a country is made of: its whole length, and the signs of its account after the two check digits. */
interface IbanShape {
  length: number;
  account: RegExp;
}

const shape = (length: number, account: string): IbanShape => ({ length, account: new RegExp(`^${account}$`) });

/**
 * By country (ISO 13616, register of SWIFT): the single euro payments area, where somebody who works in France is paid. The signs
 * matter as much as the length: "de 35 heures par semaine" begins as a German account would.
 */
export const ibanShapes: Readonly<Record<string, IbanShape>> = {
  AD: shape(24, '\\d{8}[A-Z\\d]{12}'),
  AT: shape(20, '\\d{16}'),
  BE: shape(16, '\\d{12}'),
  BG: shape(22, '[A-Z]{4}\\d{6}[A-Z\\d]{8}'),
  CH: shape(21, '\\d{5}[A-Z\\d]{12}'),
  CY: shape(28, '\\d{8}[A-Z\\d]{16}'),
  CZ: shape(24, '\\d{20}'),
  DE: shape(22, '\\d{18}'),
  DK: shape(18, '\\d{14}'),
  EE: shape(20, '\\d{16}'),
  ES: shape(24, '\\d{20}'),
  FI: shape(18, '\\d{14}'),
  FR: shape(27, '\\d{10}[A-Z\\d]{11}\\d{2}'),
  GB: shape(22, '[A-Z]{4}\\d{14}'),
  GI: shape(23, '[A-Z]{4}[A-Z\\d]{15}'),
  GR: shape(27, '\\d{7}[A-Z\\d]{16}'),
  HR: shape(21, '\\d{17}'),
  HU: shape(28, '\\d{24}'),
  IE: shape(22, '[A-Z]{4}\\d{14}'),
  IS: shape(26, '\\d{22}'),
  IT: shape(27, '[A-Z]\\d{10}[A-Z\\d]{12}'),
  LI: shape(21, '\\d{5}[A-Z\\d]{12}'),
  LT: shape(20, '\\d{16}'),
  LU: shape(20, '\\d{3}[A-Z\\d]{13}'),
  LV: shape(21, '[A-Z]{4}[A-Z\\d]{13}'),
  MC: shape(27, '\\d{10}[A-Z\\d]{11}\\d{2}'),
  MT: shape(31, '[A-Z]{4}\\d{5}[A-Z\\d]{18}'),
  NL: shape(18, '[A-Z]{4}\\d{10}'),
  NO: shape(15, '\\d{11}'),
  PL: shape(28, '\\d{24}'),
  PT: shape(25, '\\d{21}'),
  RO: shape(24, '[A-Z]{4}[A-Z\\d]{16}'),
  SE: shape(24, '\\d{20}'),
  SI: shape(19, '\\d{15}'),
  SK: shape(24, '\\d{20}'),
  SM: shape(27, '[A-Z]\\d{10}[A-Z\\d]{12}'),
};
