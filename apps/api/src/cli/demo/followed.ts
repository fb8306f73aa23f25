import type { Database } from '@jonction/db/client';
import { stemsKey } from '@jonction/domain/reference/plain-words';
import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { LiveClause } from './offers.ts';
import type { Stage } from './stage.ts';

interface Around {
  database: Database;
  today: Day;
  clauses: readonly LiveClause[];
}

/** What a team writes down around people: projects, skills it heard, schemes, an opinion to decide, a CV to pass on, a first day. */
export async function followPeople(stage: Stage, cast: Cast, around: Around): Promise<void> {
  const { database } = around;
  const [known] = await database.client`select 1 from participant_project limit 1`;
  if (known) return;
  const people = await database.client<{ id: string; partner: boolean }[]>`
    select id, recommended_by_organisation_id = ${cast.partner.membership.organisationId} as partner from participant
    where status = 'available' and diffusion_consent order by number offset 12 limit 24`;
  const clause = around.clauses.find(({ holderId }) => holderId === cast.employer.membership.organisationId);
  await stateProjects(stage, cast, { ...around, people });
  await follow(stage, cast, { ...around, participantIds: people.slice(8, 12).map(({ id }) => id), clause });
  if (clause) await welcome(stage, cast, { ...around, participantId: people[13]?.id, clause });
  await passOn(stage, cast, around);
  await logQueries(cast, around);
}

const wishes = [
  ['G1603', 'Travailler en cuisine collective, pas le soir.', ['public'], 12],
  ['A1203', 'Être dehors, apprendre la taille.', ['bike', 'public'], 8],
  ['N1105', null, ['car', 'shared'], 25],
  ['K1302', 'Aider des personnes âgées, près de chez elle.', ['foot', 'public'], 5],
] as const;

async function stateProjects(
  stage: Stage,
  cast: Cast,
  { today, people }: { today: Day; people: readonly { id: string; partner: boolean }[] },
): Promise<void> {
  const caller = stage(cast.facilitator, today);
  for (const [index, [code, wish, transports, radiusKm]] of wishes.entries()) {
    const participantId = people[index]?.id;
    if (participantId === undefined) continue;
    const project = { participantId, code, wish, transports: [...transports], radiusKm };
    const { projectId } = await stage(cast.facilitator, addDays(today, -30 + index)).participant.stateProject(project);
    if (index > 1) continue;
    await caller.participant.stateProject({ participantId, code: 'K2204', wish: 'À défaut, du ménage le matin.' });
    if (index === 1) await caller.participant.settleProject({ projectId, version: 1, state: 'achieved' });
  }
  const recommended = people.find(({ partner }) => partner);
  if (recommended) {
    await stage(cast.partner, today).participant.stateProject({
      ...{ participantId: recommended.id, code: 'F1702', wish: 'Les travaux publics, comme son frère.' },
      ...{ transports: ['scooter'], radiusKm: 30 },
    });
  }
  for (const { id: participantId } of people.slice(0, 6)) {
    const skills = ['monobrosse', 'règles d’hygiène'].map((label) => ({ skill: label, label }));
    await caller.participant.addSkills({ participantId, skills });
  }
}

/** Schemes that run side by side, and opinions: one that waits for the facilitator, one that was granted. */
async function follow(
  stage: Stage,
  cast: Cast,
  {
    database,
    today,
    participantIds,
    clause,
  }: { database: Database; today: Day; participantIds: readonly string[]; clause: LiveClause | undefined },
): Promise<void> {
  const { eligibility } = stage(cast.facilitator, today);
  const [first, second] = participantIds;
  if (first === undefined || second === undefined) return;
  await eligibility.recordRegime({
    ...{ participantId: first, regime: 'iae', from: addDays(today, -650), reference: '999992412345' },
  });
  await eligibility.recordRegime({ participantId: first, regime: 'plie', from: addDays(today, -400), reference: null });
  await eligibility.recordRegime({
    ...{
      participantId: first,
      regime: 'fse',
      from: addDays(today, -300),
      to: addDays(today, -20),
      reference: 'OP-2025-014',
    },
  });
  await eligibility.recordRegime({ participantId: second, regime: 'plie', from: addDays(today, -60) });
  if (!clause) return;
  const opinion =
    'Sans emploi depuis vingt mois, radiée trois semaines par erreur : l’attestation ne le dit pas. La mission locale confirme.';
  const [waiting, granted] = await database.client<{ id: string }[]>`
    select id from participant p where status = 'available'
      and not exists (select from eligibility_code c where c.participant_id = p.id) order by number limit 2`;
  if (!waiting || !granted) return;
  const lead = stage(cast.lead, addDays(today, -1)).eligibility;
  await lead.askDerogation({ participantId: waiting.id, clauseId: clause.clauseId, opinion });
  const { derogationId } = await lead.askDerogation({ participantId: granted.id, clauseId: clause.clauseId, opinion });
  await eligibility.decideDerogation({
    ...{ derogationId, decision: 'granted', validFrom: today, validTo: addDays(today, 60) },
  });
}

/** Somebody who begins next week at the demonstration's own company. */
async function welcome(
  stage: Stage,
  cast: Cast,
  { today, participantId, clause }: { today: Day; participantId: string | undefined; clause: LiveClause },
): Promise<void> {
  if (participantId === undefined) return;
  const { eligibility, placement } = stage(cast.facilitator, today);
  const paper = { participantId, category: 'DELD', issuedOn: addDays(today, -15), label: 'Avis de situation' };
  await eligibility.record(paper);
  const { placementId } = await placement.create({
    ...{ participantId, clauseId: clause.clauseId, employerId: clause.holderId, windowKind: 'fixed_term' },
    ...{ weeklyHours: 28, startsOn: addDays(today, 5) },
  });
  await placement.saveArrival({
    ...{ placementId, hour: '6 h 45', place: 'Dépôt, 14 rue des Tilleuls. Bus 7, arrêt Canal.' },
    welcomedBy: 'Mme Sorel, cheffe d’équipe',
  });
}

/** A company that would rather see a CV go on to its subcontractor: the team has not answered yet. */
async function passOn(stage: Stage, cast: Cast, { database, today }: Around): Promise<void> {
  const own = cast.employer.membership.organisationId;
  const [sent] = await database.client<{ id: string; own: boolean }[]>`
    select id, employer_id = ${own} as own from positioning where status in ('sent', 'seen')
    order by employer_id = ${own} desc, id limit 1`;
  if (!sent) return;
  await stage(sent.own ? cast.employer : cast.facilitator, today).positioning.askTransfer({
    ...{ positioningId: sent.id, companyName: 'Ateliers du Canal', why: 'subcontractor' },
    ...{ contactName: 'M. Ferrand', contactEmail: 'ferrand@ateliers-canal.test' },
    note: 'Notre équipe est au complet ; eux recrutent sur le même site.',
  });
}

const asked = [
  ['zingueur', [], 0, 4],
  ['toutes mains', [], 0, 3],
  ['magasinière caces 5', ['licences'], 0, 2],
  ['jardinier', ['near'], 3, 2],
  ['femme de ménage', [], 31, 6],
] as const;

/** What was asked of the bank these last weeks, as the search itself would have kept it. */
async function logQueries({ structureId }: Cast, { database, today }: Around): Promise<void> {
  for (const [words, filters, results, times] of asked) {
    for (let time = 0; time < times; time += 1) {
      await database.client`
        insert into bank_query (structure_id, asked_at, words, stems, filters, results, unfiltered, engine, opened)
        values (${structureId}, ${addDays(today, -3 * time - 1)}::date + interval '10 hours', ${words}, ${stemsKey(words)},
          ${[...filters]}, ${results}, ${results === 0 && filters.length > 0 ? 2 : results}, 'postgres', ${results > 10})`;
    }
  }
}
