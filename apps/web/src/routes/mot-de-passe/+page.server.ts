import { callApi } from '#lib/server/api.ts';
import { text } from '#lib/server/form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    // The answer is the same whether the address is known or not.
    await callApi(event, '/api/auth/request-password-reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: event.url.origin },
      body: JSON.stringify({ email: text(form, 'email').toLowerCase() }),
    });
    return { sent: true };
  },
};
