import type { FunnelStep } from '@jonction/domain/positioning/stopwatch';
import { type SQL, sql } from 'drizzle-orm';
import { positioning } from './tables.ts';

const went = (...statuses: string[]): SQL =>
  sql`(${positioning.status}::text = any(${`{${statuses.join(',')}}`}::text[]) or exists (
    select 1 from positioning_event v where v.positioning_id = ${positioning.id}
      and v.to_status::text = any(${`{${statuses.join(',')}}`}::text[])))`;

/** How far a CV went, now or before it ended: the figure of a step and the list behind it are the same rows. */
export function hasReached(step: FunnelStep): SQL {
  switch (step) {
    case 'sent':
      return sql`${positioning.sentAt} is not null`;
    case 'opened':
      return sql`(${positioning.seenAt} is not null or ${went('interview', 'meeting_set', 'hired')})`;
    case 'interested':
      return went('interview', 'meeting_set', 'hired');
    case 'meeting':
      return went('meeting_set', 'hired');
    case 'hired':
      return sql`${positioning.status} = 'hired'`;
  }
}
