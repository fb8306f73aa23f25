import type { Command, CommandResult } from '@jonction/api/cli/context';
import { importDecp } from '@jonction/api/cli/import-decp';
import type { Services } from '@jonction/api/context';
import { type Database, openDatabase } from '@jonction/db/client';
import { makeBase } from '../support/base.ts';

export interface Register {
  database: Database;
  import(files: readonly string[]): Promise<CommandResult>;
  /** All that the register holds, by its own names and without what each base makes up (ids, numbers, instants). */
  state(): Promise<string>;
  close(): Promise<void>;
}

export const today = '2024-06-12';

/** An empty base and the importer on it. */
export async function openRegister(): Promise<Register> {
  const base = await makeBase();
  const database = openDatabase(base.ownerUrl, { max: 4 });
  const run: Command = importDecp;
  return {
    database,
    import: (files) =>
      run(
        {
          database,
          // The importer asks the day and nothing else of the services.
          services: { today: () => today } as Services,
          structureId: null,
          userId: null,
          progress: () => undefined,
        },
        [...files],
      ),
    state: async () => {
      const rows = await database.client`
        select 'organisation' as what, to_jsonb(o) - '{id,created_at}'::text[] as row from organisation o
        union all
        select 'contract', to_jsonb(c) - '{id,number,buyer_id,created_at,updated_at,version}'::text[]
            || jsonb_build_object('buyer', b.identifier)
          from contract c join organisation b on b.id = c.buyer_id
        union all
        select 'lot', to_jsonb(l) - '{id,contract_id,buyer_id}'::text[]
            || jsonb_build_object('contract', c.reference, 'buyer', b.identifier, 'holders',
              (select jsonb_agg(jsonb_build_array(o.identifier_kind, o.identifier, h.lead, h.share_bps)
                 order by o.identifier_kind, o.identifier)
               from lot_holder h join organisation o on o.id = h.organisation_id where h.lot_id = l.id))
          from lot l join contract c on c.id = l.contract_id join organisation b on b.id = c.buyer_id
        order by 1, 2`;
      return JSON.stringify(rows, null, 1);
    },
    close: async () => {
      await database.close();
      await base.drop();
    },
  };
}
