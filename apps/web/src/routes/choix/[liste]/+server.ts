import type { Option } from '@jonction/ui/option';
import { error, json, type RequestEvent } from '@sveltejs/kit';
import { skillValue } from '#lib/cv/skill-value.ts';
import { api, ask } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** What a form offers while somebody types. The API says what each reader may see. */
const lists: Readonly<Record<string, (event: RequestEvent, typed: string) => Promise<Option[]>>> = {
  metiers: async (event, typed) => {
    const found = await ask(event, api(event).reference.occupations.query({ title: typed, limit: 12 }));
    return found.map(({ code, label, title }) => ({ value: code, label, hint: title === label ? code : title }));
  },
  competences: async (event, occupation) => {
    const found = await ask(event, api(event).reference.skills.query({ occupation }));
    return found.map(({ skill, label }) => ({ value: skill, label }));
  },
  'savoir-faire': async (event, words) => {
    const found = await ask(event, api(event).reference.searchSkills.query({ words }));
    return found.map((one) => ({ value: skillValue(one), label: one.label }));
  },
  communes: async (event, typed) => {
    const found = await ask(event, api(event).reference.communes.query({ typed }));
    return found.map(({ postalCode, name }) => ({ value: postalCode, label: name, hint: postalCode }));
  },
  cpv: async (event, typed) => {
    const found = await ask(event, api(event).reference.cpvs.query({ typed }));
    return found.map(({ code, label }) => ({ value: code, label }));
  },
  'marches-acheteur': async (event, text) => {
    const found = await ask(event, api(event).contract.searchBought.query({ text }));
    return found.map(({ id, object, reference }) => ({ value: id, label: object, hint: reference }));
  },
  entreprises: async (event, text) => {
    const found = await ask(event, api(event).organisation.search.query({ text, kinds: ['employer'], limit: 12 }));
    return found.map(({ id, name, city, identifier }) => {
      const hint = [city, identifier].filter(Boolean).join(' · ');
      return hint === '' ? { value: id, label: name } : { value: id, label: name, hint };
    });
  },
};

export const GET: RequestHandler = async (event) => {
  const list = Object.hasOwn(lists, event.params.liste) ? lists[event.params.liste] : undefined;
  const typed = event.url.searchParams.get('q')?.trim().slice(0, 100) ?? '';
  if (!list) error(404);
  return json(typed === '' ? [] : await list(event, typed));
};
