import { consentActions } from '#lib/server/consent-actions.ts';
import type { Actions } from './$types';

export const actions: Actions = consentActions((event) => event.params.participantId ?? '');
