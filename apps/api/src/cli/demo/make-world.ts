import type { Database } from '@jonction/db/client';
import { hourPolicy } from '@jonction/db/hours/tables';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import { runAlerts } from '../../bank/run-alerts.ts';
import type { Services } from '../../context.ts';
import { rankNight } from '../../jobs/rank-night.ts';
import { watchForecasts } from '../../jobs/watch-forecasts.ts';
import { askPapers } from './asked.ts';
import { keepInBank } from './bank.ts';
import { askBuyers } from './campaigns.ts';
import { type Cast, makeCast } from './cast.ts';
import { answerCensus } from './census.ts';
import { leaveOffersAlone, meetCompanies, spreadOffers } from './companies.ts';
import { makeContract } from './contracts.ts';
import { prepareCrisis } from './crisis.ts';
import { makeDirectorates } from './directorates.ts';
import { makeEfforts } from './efforts.ts';
import { makeExchanges } from './exchanges.ts';
import { followPeople } from './followed.ts';
import { shareClause } from './group.ts';
import { makeHire } from './hires.ts';
import { type LiveClause, makeOffer } from './offers.ts';
import { issuePapers } from './papers.ts';
import { makePerson } from './people.ts';
import { planPurchases } from './programme.ts';
import { publishContracts } from './published.ts';
import { askSignatures } from './signatures.ts';
import { eachOf, openStage, type Stage } from './stage.ts';
import { keepTexts } from './texts.ts';
import type { World } from './world.ts';

export interface Making {
  database: Database;
  services: Services;
  world: World;
  today: Day;
  progress(line: string): void;
}

const arrivedLast = 6;

/**
 * Fills a base with fictitious people and contracts through the product's own use cases. What is there already is counted
 * and left: a run cut half-way goes on where it stopped.
 */
export async function makeWorld({ database, services, world, today, progress }: Making): Promise<void> {
  const cast = await makeCast(database, world);
  const stage = openStage(services);
  const say = (what: string, done: number, all: number) => {
    if (done === all || done % 100 === 0) progress(`${what} : ${done} / ${all}`);
  };
  await publishHeatPolicy(database, cast, today);
  await eachOf(world.contracts, await countOf(database, 'contract'), async (index) => {
    await makeContract(stage, cast, today, index);
    say('Marchés', index + 1, world.contracts);
  });
  const makePeople = async (upTo: number) =>
    eachOf(upTo, await countOf(database, 'participant'), async (index) => {
      await makePerson(stage, cast, today, index);
      say('Participants', index + 1, world.participants);
    });
  await makePeople(world.participants - arrivedLast);
  const clauses = await liveClauses(database);
  await makeHires(stage, cast, { database, clauses, world, today });
  const [closed] = await database.client`select 1 from closed_month limit 1`;
  if (!closed) {
    const month = addMonths(`${today.slice(0, 7)}-01`, -4).slice(0, 7);
    await stage(cast.lead, today).hours.closeMonth({ month });
  }
  const offersThere = await countOf(database, 'offer');
  for (let index = offersThere; index < world.offers; index += 1) {
    const clause = clauses[index % clauses.length];
    if (clause) await makeOffer(stage, cast, today, { index, clause, sent: await countOf(database, 'push') });
  }
  await leaveOffersAlone(database);
  await shareClause(stage, cast, { database, today });
  await issuePapers(stage, cast, { database, today });
  await askPapers(stage, cast, { database, today });
  await askSignatures(stage, cast, { database, services, today });
  await makeDirectorates(stage, cast, { database, today });
  await askBuyers(stage, cast, { database, today });
  await keepTexts(stage, cast, { database, today });
  await keepInBank(stage, cast, { database, today });
  await followPeople(stage, cast, { database, today, clauses });
  await meetCompanies(stage, cast, { database, today });
  await planPurchases(stage, cast, { database, today });
  await spreadOffers(stage, cast, { database, today });
  await makeExchanges(stage, cast, { database, today });
  await makeEfforts(stage, cast, { database, today });
  await answerCensus(stage, cast, { database, today });
  await prepareCrisis(stage, cast, { database, today });
  // A few people arrived since last night: a new visitor sees who is new for an offer.
  const [ranked] = await database.client`select 1 from night_ranking limit 1`;
  // A night is over once another was ranked: a world made again has had its own.
  if (!ranked) await rankNight({ ...services, database }, addDays(today, -1));
  await makePeople(world.participants);
  await rankNight({ ...services, database }, today);
  for (const day of [addMonths(today, -2), today]) await watchForecasts({ database, log: services.log }, day);
  await runAlerts({ ...services, database }, 'daily');
  await publishContracts({ database, today });
  await database.client`
    update organisation set settings = settings || '{"demoMade": true}' where id = ${cast.structureId}`;
  progress('Le monde de démonstration est prêt.');
}

async function makeHires(
  stage: Stage,
  cast: Cast,
  { database, clauses, world, today }: { database: Database; clauses: LiveClause[]; world: World; today: Day },
): Promise<void> {
  const there = await countOf(database, 'placement');
  const people = await database.client<{ id: string }[]>`
    select id from participant where status = 'available' and owner_id is not null order by number limit ${world.placements}`;
  for (let index = there; index < world.placements; index += 1) {
    const clause = clauses[(index * 3) % clauses.length];
    const participantId = people[index - there]?.id;
    if (clause && participantId) await makeHire(stage, cast, today, { index, clause, participantId });
  }
}

async function countOf(
  { client }: Database,
  table: 'contract' | 'participant' | 'offer' | 'placement' | 'push',
): Promise<number> {
  const [row] = await client<{ count: number }[]>`select count(*)::int as count from ${client(table)}`;
  return row?.count ?? 0;
}

/** Clauses of contracts that started long enough ago for hires, the demonstration's own employer first. */
async function liveClauses({ client }: Database): Promise<LiveClause[]> {
  return client<LiveClause[]>`
    select k.id as "clauseId", c.object, h.organisation_id as "holderId"
    from clause k join contract c on c.id = k.contract_id join lot_holder h on h.lot_id = k.lot_id
    where c.status = 'active' and k.starts_on < now() - interval '5 months'
    order by c.number`;
}

/** A rule of the team's own that says "may", so that the tray of a new visitor holds something to decide. */
async function publishHeatPolicy(database: Database, cast: Cast, today: Day): Promise<void> {
  const publishedOn = addMonths(today, -12);
  await database.as({ kind: 'system' }, async (tx) => {
    const known = await tx.select({ id: hourPolicy.id }).from(hourPolicy).limit(1);
    if (known.length > 0) return;
    await tx.insert(hourPolicy).values({
      structureId: cast.structureId,
      policy: 'intemperies-structure',
      title: 'Journées arrêtées par les intempéries',
      source: 'Note de la structure (démonstration), après accord des acheteurs',
      scopeLevel: 'structure',
      scopeId: cast.structureId,
      validFrom: addDays(publishedOn, -365),
      validTo: null,
      publishedOn,
      publishedBy: cast.lead.userId,
      rules: [
        {
          id: 'bad-weather',
          kinds: ['bad_weather'],
          outcome: 'discretion',
          evidence: ['employer_attestation'],
          creditedCapPerWeek: 2_100,
        },
      ],
    });
  });
}
