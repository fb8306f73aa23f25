import { loadMessage } from '#lib/message/outbox.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadMessage(event, event.params.messageId);
