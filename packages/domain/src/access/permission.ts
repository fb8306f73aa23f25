import type { Actor, Speaker } from './role.ts';
import { speakersOf } from './role.ts';

/**
 * May this role call this procedure? One row per procedure, beside its noun in `<noun>/permissions.ts`.
 * *Is this row theirs?* is the other half, and the database answers it.
 */
export interface PermissionRow {
  who: readonly Speaker[];
  /**
   * What somebody allowed gets for a row of another structure or organisation:
   * `not_found` refuses as if it did not exist; `nothing` answers without it; `shared` is the common register;
   * `own` has no row to name, it only concerns whoever asks.
   */
  elsewhere: 'not_found' | 'nothing' | 'shared' | 'own';
}

export type Permissions = Readonly<Record<string, PermissionRow>>;

export function isAllowed(row: PermissionRow, actor: Actor): boolean {
  const speakers = speakersOf(actor);
  return row.who.some((speaker) => speakers.includes(speaker));
}
