import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { county, mason, painter, rawContract, town } from '../documents/decp/fixtures.ts';
import { openRegister, type Register } from './register-state.ts';

let register: Register;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jonction-decp-sets-'));
  register = await openRegister();
});
afterEach(async () => {
  await register.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, contracts: readonly unknown[]): string {
  const whole = path.join(folder, name);
  writeFileSync(whole, JSON.stringify({ marches: { marche: contracts } }));
  return whole;
}

describe('import decp of several sets at once', () => {
  it('writes them beside each other, of the same bodies, and a second run changes nothing', async () => {
    // Named by some only, last by the last: every set must end with the same names.
    const of = (at: number, changes: Record<string, unknown> = {}) =>
      rawContract({
        id: `M-${at}`,
        acheteur: { id: at % 2 ? town : county, ...(at > 5_990 ? { nom: 'Ville ou département' } : {}) },
        titulaires: [painter, mason].map((id) => ({ titulaire: { typeIdentifiant: 'SIRET', id } })),
        ...changes,
      });
    const first = file(
      'a.json',
      Array.from({ length: 6_000 }, (_, at) => of(at)),
    );
    expect((await register.import([first])).result).toMatchObject({ read: 6_000, created: 6_000, rejected: [] });
    const once = await register.state();
    const { client } = register.database;
    expect([
      ...(await client`select count(*)::int as contracts, count(*) filter (where words like '%ville ou departement%')::int as named from contract`),
    ]).toEqual([{ contracts: 6_000, named: 6_000 }]);
    expect((await register.import([first])).result).toMatchObject({ created: 0, updated: 0, unchanged: 6_000 });
    expect(await register.state()).toBe(once);
    const second = file('b.json', [of(3, { datePublicationDonnees: '2024-06-01', dureeMois: 14 })]);
    expect((await register.import([second])).result).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
  });

  it('completes a contract that somebody writes by hand while it comes in', async () => {
    const { client } = register.database;
    const [buyer] = await client<{ id: string }[]>`
      insert into organisation (kind, name, identifier) values ('buyer', 'Ville de Montval', ${town}) returning id`;
    const contracts = file('c.json', [rawContract()]);
    let coming: ReturnType<Register['import']> | null = null;
    await client.begin(async (tx) => {
      await tx`select set_config('app.actor_kind', 'system', true)`;
      await tx`insert into contract (buyer_id, reference, object, source)
        values (${buyer?.id ?? ''}, '2024-017-00', 'École des Tilleuls', 'facilitator')`;
      coming = register.import([contracts]);
      for (let waiting = 0; waiting === 0; await pause(20)) {
        const [row] = await client<{ count: number }[]>`
          select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        waiting = row?.count ?? 0;
      }
    });
    expect(await coming).toMatchObject({ exit: 0, result: { created: 1, rejected: [] } });
    const rows = await client`select object, source, procedure, open_data is not null as completed from contract`;
    expect([...rows]).toEqual([
      { object: 'École des Tilleuls', source: 'facilitator', procedure: 'Procédure adaptée', completed: true },
    ]);
  });
});
