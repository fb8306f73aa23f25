import type { Policy } from '../policy.ts';
import { emergency2020 } from './emergency-2020.ts';
import { emergency2020Autumn } from './emergency-2020-autumn.ts';
import { emergency2020Early } from './emergency-2020-early.ts';
import { emergency2020More } from './emergency-2020-more.ts';
import { ordinary } from './ordinary.ts';

/** The policies that come with the product, by id: published, so never changed here, only followed by others. */
export const builtInPolicies: Readonly<Record<string, Policy>> = deepFrozen({
  ordinary,
  'emergency-2020': emergency2020,
  'emergency-2020-more': emergency2020More,
  'emergency-2020-early': emergency2020Early,
  'emergency-2020-autumn': emergency2020Autumn,
});

/** Those in force everywhere from the start; a structure adopts the others by publishing them for itself. */
export const inForceFromTheStart: readonly string[] = [ordinary.id, emergency2020.id];

/** The policies that judge before a structure adopted or wrote any. */
export const policiesFromTheStart: readonly Policy[] = inForceFromTheStart.flatMap((id) => builtInPolicies[id] ?? []);

function deepFrozen<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) deepFrozen(part);
  }
  return Object.freeze(value);
}
