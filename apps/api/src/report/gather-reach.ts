import type { PersonToTell } from '@jonction/db/participant/errands';
import type { Day } from '@jonction/domain/shared/day';
import { reachOf } from '../participant/reach/tell.ts';

/** Somebody to reach as one line of the home, whatever there is to tell her; nothing for what leaves by mail. */
export function gatherReach(person: PersonToTell, house: { today: Day; mailLeaves: boolean }) {
  const { channel } = reachOf(person, house);
  if (channel === 'mail') return [];
  const { participantId, firstName, lastName, phone, since, ownerId, ownerName, errands } = person;
  return [
    {
      kind: 'reach' as const,
      id: participantId,
      name: `${firstName} ${lastName}`,
      // Who is reached by a letter or through somebody is not called from here.
      phone: channel === 'phone' ? phone : null,
      channel,
      count: errands.length,
      since,
      at: null,
      ownerId,
      ownerName,
    },
  ];
}
