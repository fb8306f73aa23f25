import { error } from '@sveltejs/kit';
import { callApi } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

const files = { document: 'document.pdf', preuve: 'proof.pdf' } as const;

/** The document, or its proof, to whoever posts: a scanner that follows addresses reads nothing. */
export const POST: RequestHandler = async (event) => {
  const { token, what } = event.params;
  const file = what === 'document' || what === 'preuve' ? files[what] : null;
  if (file === null) error(404);
  const answer = await callApi(event, `/api/signatures/link/${file}`, { headers: { 'x-jonction-signature': token } });
  if (!answer.ok) error(answer.status === 429 ? 429 : 404);
  const kept = [
    'content-type',
    'content-disposition',
    'content-security-policy',
    'x-content-type-options',
    'cache-control',
  ];
  const headers = new Headers();
  for (const name of kept) headers.set(name, answer.headers.get(name) ?? '');
  return new Response(answer.body, { headers });
};
