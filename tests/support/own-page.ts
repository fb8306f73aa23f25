import { pageHeader, passHeader } from '@jonction/api/access/find-actor';
import { newToken } from '@jonction/api/access/token';
import { newId } from '@jonction/db/new-id';
import { offerProposal, participantLink, participantWord } from '@jonction/db/participant/link-tables';
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

/** A page laid behind the walls: its link, an answered offer, a word that waits. */
export async function layOwnPage(
  product: Product,
  { structureId, participantId, offerId }: { structureId: string; participantId: string; offerId: string },
) {
  const { token, hash } = newToken();
  const [linkId, proposalId, wordId] = [newId(), newId(), newId()];
  const expiresAt = new Date(Date.now() + 1e9);
  const base = { structureId, participantId };
  await product.system.as({ kind: 'system' }, async (tx) => {
    await tx.insert(participantLink).values({ ...base, id: linkId, tokenHash: hash, way: 'hand', expiresAt });
    await tx
      .insert(offerProposal)
      .values({ ...base, id: proposalId, offerId, answer: 'yes', answeredAt: new Date('2026-03-01T09:00:00Z') });
    await tx.insert(participantWord).values({ ...base, id: wordId, field: 'other', words: 'Le matin', applied: false });
  });
  return {
    headers: { [pageHeader]: token, [passHeader]: product.app.services.passes.sign(linkId, expiresAt) },
    ids: { pageToken: token, proposalId, wordId },
  };
}
