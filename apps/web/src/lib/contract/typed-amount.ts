/** Cents as somebody would type them in a field of euros: `1250000`, `1250000,5`. */
export function amountTyped(cents: number | null): string {
  return cents === null ? '' : String(cents / 100).replace('.', ',');
}
