import type { ObligationPoint } from '@jonction/domain/contract/obligation-series';

export const curves = ['expected', 'due', 'forecast', 'validated'] as const;
export type Curve = (typeof curves)[number];

export const chartSize = { width: 720, height: 260, left: 64, right: 12, top: 12, bottom: 28 } as const;

/** The value of a curve at a month, in hundredths of an hour. */
export function heightOf(point: ObligationPoint, curve: Curve): number | null {
  if (curve === 'validated') return point.validatedCentihours;
  if (curve === 'forecast') return point.forecastCentihours;
  if (curve === 'due') return 100 * point.dueHours;
  return point.expectedHours === null ? null : 100 * point.expectedHours;
}

/** A round number of hours at or above the greatest value: 1, 2 or 5 with zeros, so that the scale reads at a glance. */
export function topOf(points: readonly ObligationPoint[]): number {
  const greatest = Math.max(100, ...points.flatMap((point) => curves.map((curve) => heightOf(point, curve) ?? 0)));
  const zeros = 10 ** Math.floor(Math.log10(greatest));
  return [1, 2, 5, 10].map((step) => step * zeros).find((step) => step >= greatest) ?? greatest;
}

export interface Dot {
  x: number;
  y: number;
}

/** Where the months of a curve stand in the drawing; those that it does not have are left out. */
export function dotsOf(points: readonly ObligationPoint[], curve: Curve, top: number): Dot[] {
  const { width, height, left, right, topMargin, bottom } = { ...chartSize, topMargin: chartSize.top };
  const step = points.length > 1 ? (width - left - right) / (points.length - 1) : 0;
  return points.flatMap((point, at) => {
    const value = heightOf(point, curve);
    if (value === null) return [];
    const share = Math.max(0, value) / top;
    return [{ x: rounded(left + at * step), y: rounded(height - bottom - share * (height - topMargin - bottom)) }];
  });
}

/** The path of a curve: hours due go by steps, the others from point to point. */
export function pathOf(dots: readonly Dot[], curve: Curve): string {
  return dots
    .map(({ x, y }, at) =>
      at === 0 ? `M${x} ${y}` : curve === 'due' || curve === 'expected' ? `H${x}V${y}` : `L${x} ${y}`,
    )
    .join('');
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
