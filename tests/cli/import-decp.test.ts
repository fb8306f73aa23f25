import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CommandRefused } from '@jonction/api/cli/context';
import { makeContract } from '@jonction/testing/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mason, painter, rawContract, town } from '../documents/decp/fixtures.ts';
import { openRegister, type Register } from './register-state.ts';

let register: Register;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jonction-decp-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  register = await openRegister();
});
afterEach(() => register.close());

let written = 0;
function file(...contracts: unknown[]): string {
  const name = path.join(folder, `${written++}.json`);
  writeFileSync(name, JSON.stringify({ marches: { marche: contracts } }));
  return name;
}
const lengthened = rawContract({
  modifications: [
    { modification: { id: 1, dateNotificationModification: '2024-05-02', dureeMois: 18, montant: 150_000 } },
  ],
});

async function contract() {
  const [row] = await register.database.client`
    select c.*, c.notified_on::text, c.ends_on::text, c.status_said_on::text, b.name as buyer from contract c join organisation b on b.id = c.buyer_id`;
  return row;
}

describe('import decp', () => {
  it('writes the contract, its lot, its bodies and where it stands', async () => {
    const { exit, result } = await register.import([file(rawContract())]);
    expect(exit).toBe(0);
    expect(result).toEqual({ read: 1, created: 1, updated: 0, unchanged: 0, rejected: [], warnings: [] });
    expect(await contract()).toMatchObject({
      reference: '2024-017-00',
      object: 'Rénovation de l’école des Tilleuls',
      department: '99',
      amount_cents: '12000050',
      social_considerations: ['Clause sociale'],
      environmental_considerations: [],
      status: 'notified',
      notified_on: '2024-03-01',
      ends_on: '2025-02-28',
      status_said_on: '2024-03-12',
      status_said_by: 'decp',
      buyer: 'Acheteur sans nom · SIRET 219 900 016 00011',
    });
  });

  it('makes an amendment that lengthens an event, with the end before and after', async () => {
    await register.import([file(lengthened)]);
    const facts = await register.database.client`
      select type, "on"::text, recorded_on::text, ends_on::text, source, facts from contract_fact order by ordinal`;
    expect(facts).toMatchObject([
      { type: 'notify', on: '2024-03-01', recorded_on: '2024-03-12', ends_on: '2025-02-28', source: 'decp' },
      {
        type: 'extend',
        on: '2024-05-02',
        ends_on: '2025-08-31',
        facts: { monthsBefore: 12, monthsAfter: 18, endsBefore: '2025-02-28', endsAfter: '2025-08-31' },
      },
    ]);
    expect(await contract()).toMatchObject({ ends_on: '2025-08-31', amount_cents: '15000000' });
  });

  it('leaves considerations unknown where nothing is published, and none where the buyer says none', async () => {
    const silent = rawContract({ id: 'A' });
    delete silent.considerationsSociales;
    const none = rawContract({
      id: 'B',
      considerationsSociales: { considerationSociale: ['Pas de considération sociale'] },
    });
    await register.import([file(silent, none)]);
    const rows = await register.database.client`
      select reference, social_considerations from contract order by reference`;
    expect(rows).toEqual([
      { reference: 'A', social_considerations: null },
      { reference: 'B', social_considerations: [] },
    ]);
  });

  it('reports the bad records with file, record, field and reason, and takes the rest', async () => {
    const bad = file(rawContract({ acheteur: { id: '12' }, id: null }), rawContract());
    const { exit, result } = await register.import([bad]);
    expect(exit).toBe(1);
    expect(result).toMatchObject({ read: 2, created: 1, rejected: [{ file: bad, record: 1, field: 'acheteur.id' }] });
    const [{ reason } = { reason: '' }] = result.rejected as { reason: string }[];
    expect(reason).toContain('SIRET');
    expect(reason).toContain('numéro');
  });

  it('refuses XML and a file that is not there in words, and a command without a file', async () => {
    const xml = path.join(folder, 'marches.xml');
    writeFileSync(xml, '<?xml version="1.0"?><marches/>');
    const { exit, result } = await register.import([xml, path.join(folder, 'absent.json')]);
    expect(exit).toBe(2);
    expect(result).toMatchObject({
      read: 2,
      rejected: [
        { record: 0, reason: expect.stringContaining('XML') },
        { record: 0, reason: 'Ce fichier est introuvable.' },
      ],
    });
    await expect(register.import([])).rejects.toThrow(CommandRefused);
  });

  it('names a body by its latest publication, whatever the order, and never over a name written by hand', async () => {
    const named = (name: string, on: string, id: string) =>
      rawContract({
        id,
        datePublicationDonnees: on,
        titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: painter, denominationSociale: name } }],
      });
    const names = () => register.database.client`select name from organisation where identifier = ${painter}`;
    await register.import([file(named('PEINTURES NEUVES', '2024-05-01', 'A'))]);
    await register.import([file(named('VIEILLES PEINTURES', '2024-01-01', 'B'))]);
    expect(await names()).toEqual([{ name: 'PEINTURES NEUVES' }]);
    await register.database
      .client`update organisation set name = 'Les Peintures', name_source = 'person' where identifier = ${painter}`;
    await register.import([file(named('PEINTURES DE DEMAIN', '2024-06-01', 'C'))]);
    expect(await names()).toEqual([{ name: 'Les Peintures' }]);
    const [found] = await register.database
      .client`select count(*)::int from contract where words like '%les peintures%'`;
    expect(found).toEqual({ count: 3 });
  });

  it('keeps the lot on which a clause stands when its publication takes another form', async () => {
    const structureId = crypto.randomUUID();
    const { client } = register.database;
    await client`insert into organisation (id, kind, name, slug) values (${structureId}, 'structure', 'Val', 'val')`;
    await register.import([
      file(rawContract({ titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: mason } }] })),
    ]);
    const [before] = await client`select id, contract_id, buyer_id, key from lot`;
    await client`insert into clause (structure_id, contract_id, lot_id, buyer_id, target_mode, target_inputs, due_hours, categories)
      values (${structureId}, ${before?.contract_id}, ${before?.id}, ${before?.buyer_id}, 'fixed', '{}', 10, '[]')`;
    await register.import([
      file(
        rawContract({
          objet: 'Rénovation de l’école des Tilleuls - lot 2 : murs',
          datePublicationDonnees: '2024-04-12',
          titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: mason } }],
        }),
      ),
    ]);
    expect(await client`select id, key, number from lot`).toEqual([{ id: before?.id, key: 'lot:2', number: '2' }]);
  });

  it('completes a contract written by hand without changing what was written, and folds both kinds of events', async () => {
    const { client } = register.database;
    const structureId = crypto.randomUUID();
    const buyerId = crypto.randomUUID();
    await client`insert into organisation (id, kind, name, slug) values (${structureId}, 'structure', 'Val', 'val')`;
    await client`insert into organisation (id, kind, name, identifier) values (${buyerId}, 'buyer', 'Ville de Montval', ${town})`;
    await register.database.as({ kind: 'system' }, (tx) =>
      makeContract(tx, {
        structureId,
        buyerId,
        reference: '2024-017-00',
        object: 'École des Tilleuls',
        events: [{ type: 'start', on: '2024-04-02', source: 'phone' }],
      }),
    );
    await register.import([file(rawContract())]);
    expect(await contract()).toMatchObject({
      object: 'École des Tilleuls',
      buyer: 'Ville de Montval',
      source: 'facilitator',
      procedure: 'Procédure adaptée',
      status: 'active',
      ends_on: '2025-02-28',
      status_said_by: 'phone',
    });
  });

  it('keeps a text that PostgreSQL cannot hold, its bad characters replaced', async () => {
    const { result } = await register.import([file(rawContract({ objet: 'Voirie\u0000 \ud800 nord' }))]);
    expect(result).toMatchObject({ created: 1, rejected: [], warnings: [] });
    expect((await contract())?.object).toBe('Voirie\ufffd \ufffd nord');
  });
});
