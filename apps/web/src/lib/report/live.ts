import { refreshAll } from '$app/navigation';

/** What moves the home of a team, as the outbox names it. */
const homeTypes = [
  'recommendation.received',
  'recommendation.answered',
  'offer.proposed',
  'offer.created',
  'offer.changed',
  'positioning.pushed',
  'positioning.seen',
  'positioning.interview',
  'positioning.meeting_set',
  'positioning.closed',
  'positioning.hired',
  'positioning.refused',
  'positioning.withdrawn',
  'contact.logged',
  'participant.followed',
  'consent.given',
  'consent.withdrawn',
  'participant.said',
  'participant.page_locked',
  'placement.created',
  'hours.declared',
  'hours.judged',
  'hours.decided',
  'hours.contested',
];
const pauseMs = 400;

/**
 * Reads the page again when something happens in the structure, of some types or of those that move its home. Call it on mount; it answers how to stop. Where the stream
 * does not open, the page simply stays as it was read.
 */
export function refreshLive(types: readonly string[] = homeTypes): () => void {
  const source = new EventSource('/api/events');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refreshAll(), pauseMs);
  };
  for (const type of types) source.addEventListener(type, refresh);
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
