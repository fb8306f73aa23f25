import { openDatabase } from '@jonction/db/client';
import { parisDayOf } from '@jonction/domain/shared/day';
import type { Services } from '../context.ts';
import { type Command, CommandRefused } from './context.ts';
import { demoAccounts } from './demo/cast.ts';
import { makeWorld } from './demo/make-world.ts';
import { demoSlug, type World, worlds } from './demo/world.ts';

export interface DemoDeps {
  ownerUrl: string;
  services: Services;
  world: World['name'];
  publicUrl: string;
  say(line: string): void;
}

/** At start: makes the world in an empty base, completes one that was cut, and tells who may sign in. Null elsewhere. */
export async function ensureDemo({ ownerUrl, services, world, publicUrl, say }: DemoDeps) {
  const database = openDatabase(ownerUrl, { max: 3, applicationName: 'jonction demonstration' });
  try {
    const [state] = await database.client<{ structures: number; demo: boolean; made: boolean }[]>`
      select count(*)::int as structures, coalesce(bool_or(slug = ${demoSlug}), false) as demo,
             coalesce(bool_or((settings ->> 'demoMade')::boolean), false) as made
      from organisation where kind = 'structure'`;
    const contracts = await database.client`select 1 from contract limit 1`;
    const isEmpty = state?.structures === 0 && contracts.length === 0;
    if (!isEmpty && !state?.demo) return null;
    if (!state?.made) {
      await makeWorld({ database, services, world: worlds[world], today: parisDayOf(new Date()), progress: say });
    }
    return { accounts: demoAccounts, made: !state?.made, outboxUrl: `${publicUrl}/facilitateur/messages` };
  } finally {
    await database.close();
  }
}

function isWorld(name: string): name is World['name'] {
  return Object.hasOwn(worlds, name);
}

/** `demo WORLD`: makes or completes a world of demonstration in this base. */
export const demoCommand: Command = async ({ database, services, progress }, [name = 'small']) => {
  if (!isWorld(name)) throw new CommandRefused(`Mondes connus : ${Object.keys(worlds).join(', ')}.`);
  const [real] = await database.client`select 1 from organisation where kind = 'structure' and slug <> ${demoSlug}`;
  if (real) throw new CommandRefused('Cette base a déjà une vraie structure : la démonstration n’y entre pas.');
  await makeWorld({ database, services, world: worlds[name], today: parisDayOf(new Date()), progress });
  return { exit: 0, result: { ok: true, world: name, accounts: demoAccounts } };
};
