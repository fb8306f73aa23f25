/**
 * Whether a SIREN (9 digits) or SIRET (14) has a right key: Luhn's sum is a multiple of 10. The establishments of
 * La Poste (SIREN 356000000) have their own: the plain sum of the digits is a multiple of 5 (INSEE).
 */
export function hasRightKey(digits: string): boolean {
  if (!/^(\d{9}|\d{14})$/.test(digits) || /^0+$/.test(digits)) return false;
  let luhn = 0;
  let plain = 0;
  for (let back = 0; back < digits.length; back++) {
    const digit = Number(digits[digits.length - 1 - back]);
    const doubled = digit * 2;
    plain += digit;
    luhn += back % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return luhn % 10 === 0 || (digits.length === 14 && digits.startsWith('356000000') && plain % 5 === 0);
}
