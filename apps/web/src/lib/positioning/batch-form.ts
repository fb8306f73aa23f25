import type { batchInput } from '@jonction/domain/positioning/batch';
import type { z } from 'zod';

/** What the buttons above ticked rows post, for `positioning.batch`; what is wrong is refused there. */
export function readBatch(form: FormData): z.input<typeof batchInput> {
  const positioningIds = form.getAll('id').filter((value): value is string => typeof value === 'string');
  const read = (name: string) => String(form.get(name) ?? '').trim();
  const action = read('action');
  if (action === 'close') return { action, positioningIds, reason: read('reason') as 'team' };
  if (action === 'postpone') return { action, positioningIds, until: read('until') || null };
  return { action: action as 'relaunch', positioningIds };
}
