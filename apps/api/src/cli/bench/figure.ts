/** One number of a bench. `goal` in words (`>= 25`), null where the number is only to be read; `ok` then is null too. */
export interface Figure {
  id: string;
  value: number;
  unit: string;
  goal: string | null;
  ok: boolean | null;
}

export function figure(id: string, value: number, unit: string): Figure {
  return { id, value: rounded(value), unit, goal: null, ok: null };
}

export function atLeast(id: string, value: number, unit: string, goal: number | null): Figure {
  if (goal === null) return figure(id, value, unit);
  return { ...figure(id, value, unit), goal: `>= ${goal}`, ok: value >= goal };
}

export function atMost(id: string, value: number, unit: string, goal: number | null): Figure {
  if (goal === null) return figure(id, value, unit);
  return { ...figure(id, value, unit), goal: `<= ${goal}`, ok: value <= goal };
}

/** The value below which a share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Four digits that count. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : 0;
}
