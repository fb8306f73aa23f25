import type postgres from 'postgres';
import { copyRows } from './copy-rows.ts';
import { benchStructure } from './fill-base.ts';
import { type BenchPlacement, benchId, type HoursWorld, worldYear } from './hours-world.ts';

const declaration = '00000000-0000-7000-8900-000000000001';
export const benchUser = '00000000-0000-7000-8900-000000000002';

/** Lays the year into the real tables by COPY. Some seconds for a million lines, indexes included. */
export async function fillHours(client: postgres.Sql, world: HoursWorld): Promise<void> {
  const { placements, contracts } = world;
  await client`insert into organisation (id, kind, name, slug) values (${benchStructure}, 'structure', 'Clauses du banc', 'banc')`;
  await client`insert into "user" (id, name, email) values (${benchUser}, 'Camille Martin', 'camille@banc.example')`;
  await client`insert into hour_declaration (id, structure_id, employer_id, month, source)
    values (${declaration}, ${benchStructure}, ${benchId('2', 0)}, ${`${worldYear}-01-01`}, 'command')`;
  const contractIds = [...contracts.keys()];
  const buyerOf = (index: number) => benchId('b', index % 200);
  const lotOf = (index: number) => benchId('d', index);
  const copy = (table: string, columns: string, rows: Iterable<readonly unknown[]>) =>
    copyRows(client, table, columns, rows);
  await copy(
    'organisation',
    'id, kind, name',
    Array.from(new Set(placements.map(({ employer }) => employer)), (id, index) => [
      id,
      'employer',
      `Entreprise ${index}`,
    ]),
  );
  await copy(
    'participant',
    'id, structure_id, first_name, last_name',
    Array.from(new Set(placements.map(({ participant }) => participant)), (id) => [
      id,
      benchStructure,
      'Camille',
      'Martin',
    ]),
  );
  await copy(
    'contract',
    'id, buyer_id, reference, object, source, status',
    contractIds.map((id, index) => [
      id,
      buyerOf(index),
      `M${index}`,
      'Entretien des espaces verts',
      'facilitator',
      'active',
    ]),
  );
  await copy(
    'lot',
    'id, contract_id, buyer_id, key, object',
    contractIds.map((id, index) => [lotOf(index), id, buyerOf(index), '1', 'Lot unique']),
  );
  await copy(
    'clause',
    'id, structure_id, contract_id, lot_id, buyer_id, target_mode, target_inputs, due_hours, categories, hour_basis',
    contractIds.map((id, index) => [
      ...[benchId('e', index), benchStructure, id, lotOf(index), buyerOf(index)],
      ...['fixed', '{"mode":"fixed","hours":1000}', 1_000, '[]', index % 10 === 0 ? 'paid' : 'worked'],
    ]),
  );
  await copy(
    'contract_event',
    'contract_id, buyer_id, type, "on", recorded_on, source',
    contractIds.flatMap((id, index) =>
      (contracts.get(id) ?? []).map(({ type, on, recordedOn }) => [id, buyerOf(index), type, on, recordedOn, 'phone']),
    ),
  );
  await copy(
    'placement',
    `id, structure_id, participant_id, worker_name, employer_id, contract_id, lot_id, clause_id, buyer_id, window_kind,
     starts_on, ends_on, eligible_from, eligible_to, sealed_categories`,
    placements.values().map((placement) => placementRow(placement)),
  );
  await copy(
    'hour_line',
    `id, structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id, from_day, to_day,
     kind, payer, centihours, evidence, received_on`,
    placements.values().flatMap(lineRows),
  );
  await client`analyze`;
}

function placementRow({ facts, participant, employer, lot }: BenchPlacement): unknown[] {
  return [
    ...[
      facts.id,
      benchStructure,
      participant,
      'Camille Martin',
      employer,
      facts.contract,
      lot,
      facts.clause,
      facts.buyer,
    ],
    ...['fixed_term', facts.from, facts.to, facts.eligibleFrom, facts.eligibleTo, '\\\\x00'],
  ];
}

function lineRows({ facts, participant, employer, lines }: BenchPlacement): unknown[][] {
  return lines.map((line) => [
    ...[line.id, benchStructure, declaration, facts.id, participant, employer, facts.contract, facts.clause],
    ...[line.from, line.to, line.kind, line.payer, line.centihours, line.evidence ?? [], line.receivedOn],
  ]);
}
