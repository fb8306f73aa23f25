import { pageHeader, passHeader } from '@jonction/api/access/find-actor';
import type { Person } from './people.ts';
import type { Client, Product } from './product.ts';

export interface OwnPage {
  token: string;
  pass: string;
  headers: Record<string, string>;
  client: Client;
}

/** The token of a link made for somebody, to be handed over. */
export async function makeToken(maker: Person, participantId: string): Promise<string> {
  const { url } = await maker.client.participant.makeLink.mutate({ participantId, byHand: true });
  const token = url?.split('/moi/')[1];
  if (!token) throw new Error('the link was not handed over');
  return token;
}

/** Somebody on her own page, past the second check. `answer`: what is on file about her. */
export async function openOwnPage(
  product: Product,
  token: string,
  answer: { day?: string; month?: string; digits?: string },
): Promise<OwnPage> {
  const opened = await product.client().participant.openPage.mutate({ token, ...answer });
  if (!opened.opened) throw new Error('the page did not open');
  const headers = { [pageHeader]: token, [passHeader]: opened.pass };
  return { token, pass: opened.pass, headers, client: product.client(headers) };
}
