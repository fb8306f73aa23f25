import { messageStatuses } from '@jonction/domain/message/words';
import { readPage } from '@jonction/ui/address';
import type { RequestEvent } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';

/** What the address of an outbox asks, and the answer. The same for the administrator and the team. */
export async function loadOutbox(event: RequestEvent) {
  const status = messageStatuses.find((known) => known === event.url.searchParams.get('etat')) ?? null;
  const question = {
    text: (event.url.searchParams.get('q') ?? '').slice(0, 200),
    status,
    page: readPage(event.url),
    pageSize: 50,
  };
  return { question, ...(await ask(event, api(event).message.list.query(question))) };
}

export async function loadMessage(event: RequestEvent, messageId: string) {
  return { message: await ask(event, api(event).message.show.query({ messageId })) };
}
