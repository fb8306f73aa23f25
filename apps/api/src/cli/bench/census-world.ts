import { addDays, type Day } from '@jonction/domain/shared/day';
import type postgres from 'postgres';
import { copyRows } from './copy-rows.ts';
import { Draw } from './draw.ts';
import { benchStructure } from './fill-base.ts';
import { benchUser } from './hours-fill.ts';
import { benchId } from './hours-world.ts';

/** The day on which the census is read: some weeks after everything stopped. */
export const censusDay = '2020-04-12';
/** Before anything stopped. */
export const dayBefore = '2020-03-01';
const stoppedOn = '2020-03-17';
const buyers = 60;
/** One contract in twenty stopped. */
const stoppedOneIn = 20;

/** What is known of one contract of the census. */
export interface BenchContract {
  id: string;
  buyerId: string;
  object: string;
  notifiedOn: Day;
  endsOn: Day;
  stopped: boolean;
}

/** The same contracts on every machine: the first ones of a longer census are those of a shorter one. */
export function makeCensus(size: number): BenchContract[] {
  const draw = new Draw(20_200_317);
  return Array.from({ length: size }, (_, index) => {
    const notifiedOn = addDays('2018-01-08', draw.one(700));
    return {
      id: benchId('c', index),
      buyerId: benchId('b', index % buyers),
      object: `Entretien des espaces verts, secteur ${draw.one(500)}`,
      notifiedOn,
      endsOn: addDays(notifiedOn, 900 + draw.one(900)),
      stopped: index % stoppedOneIn === 0,
    };
  });
}

/** Lays a census into the real tables by COPY, each contract followed by the team and standing as its events say. */
export async function fillCensus(client: postgres.Sql, contracts: readonly BenchContract[]): Promise<void> {
  await client`insert into organisation (id, kind, name, slug) values (${benchStructure}, 'structure', 'Clauses du banc', 'banc')`;
  await client`insert into "user" (id, name, email) values (${benchUser}, 'Camille Martin', 'camille@banc.example')`;
  const copy = (table: string, columns: string, rows: Iterable<readonly unknown[]>) =>
    copyRows(client, table, columns, rows);
  await copy(
    'organisation',
    'id, kind, name',
    Array.from({ length: buyers }, (_, index) => [benchId('b', index), 'buyer', `Ville ${index}`]),
  );
  await copy(
    'contract',
    `id, buyer_id, reference, object, source, status, status_since, status_said_on, status_said_by, notified_on, ends_on, words`,
    contracts.map(({ id, buyerId, object, notifiedOn, endsOn, stopped }, index) => [
      ...[id, buyerId, `M${index}`, object, 'facilitator', stopped ? 'stopped' : 'active'],
      ...[stopped ? stoppedOn : notifiedOn, stopped ? stoppedOn : notifiedOn, 'phone', notifiedOn, endsOn],
      object.toLowerCase(),
    ]),
  );
  await copy(
    'contract_structure',
    'contract_id, structure_id',
    contracts.map(({ id }) => [id, benchStructure]),
  );
  await copy(
    'lot',
    'id, contract_id, buyer_id, key, object',
    contracts.map(({ id, buyerId, object }, index) => [benchId('d', index), id, buyerId, '1', object]),
  );
  await copy(
    'contract_event',
    'contract_id, buyer_id, type, "on", recorded_on, ends_on, source',
    contracts.values().flatMap(eventsOf),
  );
  await client`analyze`;
}

function eventsOf({ id, buyerId, notifiedOn, endsOn, stopped }: BenchContract): unknown[][] {
  const said = (type: string, on: Day, end: Day | null) => [id, buyerId, type, on, on, end, 'phone'];
  const life = [said('notify', notifiedOn, endsOn), said('start', notifiedOn, null)];
  return stopped ? [...life, said('stop', stoppedOn, null)] : life;
}

/** A record of open data as it is published, fictitious. */
export function decpRecord(index: number): Record<string, unknown> {
  return {
    id: `2020-${index}`,
    acheteur: { id: `2199${String(index % buyers).padStart(5, '0')}00011`.slice(0, 14) },
    nature: 'Marché',
    objet: `Entretien des espaces verts, secteur ${index}`,
    codeCPV: '77310000',
    procedure: 'Appel d’offres ouvert',
    lieuExecution: { code: '75013', typeCode: 'Code postal' },
    dureeMois: 24,
    dateNotification: '2020-01-06',
    datePublicationDonnees: '2020-01-20',
    montant: 100_000 + index,
    titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: '99000001000019' } }],
    modifications: [],
  };
}
