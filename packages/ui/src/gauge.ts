/** What a gauge shows, all in one unit. `forecast` is the total foreseen at the end of the contract. */
export interface GaugeFigures {
  due: number;
  validated: number;
  toDecide?: number;
  waiting?: number;
  rejected?: number;
  forecast?: number;
}

/** In the order they are laid along the line; what is rejected counts for nothing and comes last, in outline. */
export const gaugeParts = ['validated', 'toDecide', 'waiting', 'rejected'] as const;
export type GaugePart = (typeof gaugeParts)[number];

export interface Segment {
  part: GaugePart | 'forecast';
  startPercent: number;
  lengthPercent: number;
}

/**
 * Where each part lies on the line, in percent. The line is as long as the largest of what is due, what is declared
 * and what is foreseen, so that hours beyond the clause are seen and not cut.
 */
export function gaugeLayout(figures: GaugeFigures): { segments: Segment[]; duePercent: number } {
  const counted = figures.validated + (figures.toDecide ?? 0) + (figures.waiting ?? 0);
  const rejected = figures.rejected ?? 0;
  const forecast = figures.forecast ?? 0;
  const whole = Math.max(figures.due, counted + rejected, forecast, 1);
  const percent = (value: number) => (value / whole) * 100;

  const segments: Segment[] = [];
  let start = 0;
  for (const part of gaugeParts) {
    const value = figures[part] ?? 0;
    if (value <= 0) continue;
    segments.push({ part, startPercent: percent(start), lengthPercent: percent(value) });
    start += value;
  }
  if (forecast > start) {
    segments.push({ part: 'forecast', startPercent: percent(start), lengthPercent: percent(forecast - start) });
  }
  return { segments, duePercent: percent(figures.due) };
}
