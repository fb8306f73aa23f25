import type { Component } from 'svelte';

/** A word of the rail. `count` is what waits there; it is said aloud with `countLabel` ("12 à décider"). */
export interface RailEntry {
  href: string;
  label: string;
  icon: Component;
  count?: number;
  countLabel?: string;
  /** The entry is current on this path only, not on those below it; those of `also` still count. */
  exact?: boolean;
  /** Other paths that belong under this word. */
  also?: readonly string[];
}

/** One hat of the person signed in: several may be held, one is worn. */
export interface Membership {
  id: string;
  organisation: string;
  role: string;
  current: boolean;
}

export function isCurrent(entry: RailEntry, pathname: string): boolean {
  const isUnder = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const isOwn = entry.exact ? pathname === entry.href : isUnder(entry.href);
  return isOwn || (entry.also ?? []).some(isUnder);
}
