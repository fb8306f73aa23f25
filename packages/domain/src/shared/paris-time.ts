/**
 * Local times of Paris, as forms give them (`2026-05-04T14:30`), and instants. In the hour that comes twice in October the
 * first one is meant; a time that does not exist in March reads as the hour after.
 */
export function parisInstant(local: string): Date {
  const asUtc = Date.parse(`${local.slice(0, 16)}:00Z`);
  const summer = new Date(asUtc - 2 * hourMs);
  return parisLocal(summer) === local.slice(0, 16) ? summer : new Date(asUtc - hourMs);
}

/** The local time of Paris at an instant, `2026-05-04T14:30`. */
export function parisLocal(instant: Date): string {
  return format.format(instant).replace(' ', 'T').slice(0, 16);
}

const hourMs = 3_600_000;

// `sv-SE` writes `2026-05-04 14:30`.
const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
