import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The code that was typed has its own address, the one of the QR code. */
export const load: PageServerLoad = ({ url }) => {
  const code = (url.searchParams.get('code') ?? '').trim().slice(0, 80);
  if (code !== '') redirect(303, `/verification/${encodeURIComponent(code)}`);
};
