import type { HourSide } from '@jonction/domain/hours/paper';
import type { Context } from '../../context.ts';
import { speaker } from '../../speaker.ts';

/** Who speaks about hours: the company that declares them or the clause team, and in whose name. */
export function sideOf(ctx: Context): { side: HourSide; userId: string } {
  const { userId, membership } = speaker(ctx);
  return { side: membership.role === 'employer' ? 'employer' : 'team', userId };
}
