import { type Day, isDay } from '@jonction/domain/shared/day';

/** The day of `?connu=`; null where none is asked for, or where it is no day. */
export function knownDay(url: { searchParams: { get(name: string): string | null } }): Day | null {
  const asked = url.searchParams.get('connu') ?? '';
  return isDay(asked) ? asked : null;
}
