import { loadOutbox } from '#lib/message/outbox.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadOutbox(event);
