import { registerBatch } from '@jonction/api/contract/register-batch';
import { normaliseRecord } from '@jonction/documents/decp/normalise';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { contractKey } from '@jonction/documents/decp/stored';
import { addDays } from '@jonction/domain/shared/day';
import { rawContract } from '../../documents/decp/fixtures.ts';
import { startWorld, today, type World } from '../contract/world.ts';

/** Fictitious numbers that pass the key. */
export const buyer = '21990001600011';
export const mason = '99000002800011';

export interface PublishedWorld extends World {
  /** Brings records of the town in, as a file would. */
  publish(...raws: Record<string, unknown>[]): Promise<void>;
  /** A contract of the town that the team follows, of its word alone. */
  ours(word: string, traits?: Parameters<World['contract']>[0]): Promise<string>;
  /** The contract of the town that was published under a number. */
  published(reference: string): Promise<string>;
}

/** A team whose buyer and company are known by their numbers, as the buyer publishes them. */
export async function startPublishedWorld(): Promise<PublishedWorld> {
  const world = await startWorld();
  const { client } = world.product.system;
  await client`update organisation set identifier_kind = 'SIRET', identifier = ${buyer} where id = ${world.buyerId}`;
  return {
    ...world,
    publish: async (...raws) => {
      const batch = new Map<string, [DecpRecord, ...DecpRecord[]]>();
      for (const raw of raws) {
        const record = normaliseRecord({ acheteur: { id: buyer }, ...raw }, '');
        if (Array.isArray(record)) throw new Error(JSON.stringify(record));
        const others = batch.get(contractKey(record));
        if (others) others.push(record);
        else batch.set(contractKey(record), [record]);
      }
      await world.product.system.as({ kind: 'system' }, (tx) => registerBatch(tx, batch, today));
    },
    ours: async (word, traits = {}) => {
      const { amountCents, notifiedOn, cpv, holder } = factsOf(word);
      const [own] = await client<{ id: string }[]>`
        insert into organisation (kind, name, identifier_kind, identifier) values ('employer', ${`Société ${word}`}, 'SIRET', ${holder})
        on conflict (kind, identifier_kind, identifier) where identifier is not null do update set name = excluded.name returning id`;
      const facts = { amountCents, notifiedOn, cpv, holderId: own?.id ?? null, clause: false };
      const named = { object: `Nettoyage ${word}`, reference: `VOI-${word}` };
      return (await world.contract({ ...facts, ...named, ...traits })).contractId;
    },
    published: async (reference) => {
      const [row] = await client<{ id: string }[]>`
        select id from contract where reference = ${reference} and source = 'decp'`;
      if (!row) throw new Error(`${reference} is not published`);
      return row.id;
    },
  };
}

const words = new Map<string, number>();

/** Facts of a word that no other word shares: what one test publishes is like nothing of another. */
function factsOf(word: string) {
  const at = words.get(word) ?? words.size;
  words.set(word, at);
  return {
    amountCents: 10_000_000 + at * at * 7_000_000 + at * 3_000_000,
    notifiedOn: addDays('2024-01-08', -100 * at),
    cpv: `${10 + at}${10 + at}0000`,
    holder: `9${String(at).padStart(8, '0')}00011`,
  };
}

/** A record that is our contract of the same word under the number of a platform. */
export function recordOf(word: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { amountCents, notifiedOn, cpv, holder } = factsOf(word);
  return rawContract({
    id: `P-${word}`,
    objet: `Nettoyage ${word}`,
    codeCPV: cpv,
    dateNotification: notifiedOn,
    montant: amountCents / 100,
    dureeMois: 24,
    titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: holder } }],
    ...changes,
  });
}
