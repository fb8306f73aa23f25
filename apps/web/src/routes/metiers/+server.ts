import { json } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** What a Combobox of occupations asks while somebody types: `/metiers?q=femme de menage`. */
export const GET: RequestHandler = async (event) => {
  const title = event.url.searchParams.get('q') ?? '';
  const found = await ask(event, api(event).reference.occupations.query({ title: title.slice(0, 200), limit: 8 }));
  return json(
    found.map(({ code, label, title: said }) => ({
      value: code,
      label,
      hint: said === label ? code : `${said} · ${code}`,
    })),
  );
};
