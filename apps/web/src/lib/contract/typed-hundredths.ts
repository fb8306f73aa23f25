/** Cents, basis points or hundredths of an hour as one types them: `1234,5`; '' where there is none. */
export function typedHundredths(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value / 100).replace('.', ',');
}
