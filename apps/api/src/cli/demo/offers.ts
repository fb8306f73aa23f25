import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import { type Dice, diceFor } from './dice.ts';
import { postalCodes, sectors } from './names.ts';
import type { Caller, Stage } from './stage.ts';

export interface LiveClause {
  clauseId: string;
  object: string;
  holderId: string;
}

/** One offer on a live clause; a third of them lead to CVs sent, and those to answers. `sent`: sendings before it. */
export async function makeOffer(
  stage: Stage,
  cast: Cast,
  today: Day,
  { index, clause, sent }: { index: number; clause: LiveClause; sent: number },
): Promise<void> {
  const dice = diceFor('offer', index);
  const sector = sectors.find(({ object }) => clause.object.startsWith(object)) ?? dice.pick(sectors);
  const hours = dice.pick([
    [20, 25],
    [25, 30],
    [28, 35],
    [35, 35],
  ] as const);
  const input = {
    title: sector.title,
    romeCode: sector.romes[0],
    positions: dice.between(1, 3),
    weeklyHoursMin: hours[0],
    weeklyHoursMax: hours[1],
    employmentKind: dice.pick(['fixed_term', 'fixed_term', 'temporary', 'permanent'] as const),
    startsOn: addDays(today, dice.between(7, 45)),
    slackDays: 7,
    postalCode: dice.pick(postalCodes),
    frenchLevel: dice.between(0, 2),
    licences: dice.chance(0.2) ? ['B'] : [],
    contactName: 'Service du personnel',
    contactEmail: `recrutement${index}@entreprise.test`,
    contactPhone: '01 99 00 56 78',
    schedule: dice.pick([
      '6 h - 10 h, du lundi au vendredi',
      '8 h - 16 h',
      'Équipes alternées, 7 h - 14 h ou 14 h - 21 h',
    ]),
  };
  if (clause.holderId === cast.employer.membership.organisationId && index % 5 === 0) {
    await stage(cast.employer, addDays(today, -2)).offer.propose({ clauseId: clause.clauseId, offer: input });
    return;
  }
  const day = addDays(today, -dice.between(1, 30));
  const { offerId } = await stage(cast.facilitator, day).offer.create({
    clauseId: clause.clauseId,
    employerId: clause.holderId,
    offer: input,
  });
  if (index % 3 === 0) await sendCvs(stage, cast, { offerId, today, index, sent });
}

async function sendCvs(
  stage: Stage,
  cast: Cast,
  { offerId, today, index, sent }: { offerId: string; today: Day; index: number; sent: number },
): Promise<void> {
  const dice = diceFor('push', index);
  const caller = stage(cast.facilitator, today);
  const { ranked } = await caller.matching.rank({ offerId, limit: 8 });
  const chosen = ranked.filter(({ hasCv }) => hasCv).slice(0, 3);
  if (chosen.length === 0) return;
  for (const { participantId } of chosen) {
    await caller.contact.log({ participantId, channel: 'phone', outcome: 'reached', purpose: 'preparation' });
  }
  await caller.positioning.push({
    offerId,
    participantIds: chosen.map(({ participantId }) => participantId),
    recipientEmail: `recrutement${index}@entreprise.test`,
    recipientName: 'Service du personnel',
    message: 'Toutes ces personnes ont été appelées et attendent votre appel.',
    idempotencyKey: `demonstration-${index}`,
  });
  const step = interviewSteps[sent];
  if (step === undefined && !dice.chance(0.6)) return;
  const { rows } = await caller.positioning.list({ offerId });
  const [first, second] = rows;
  if (first) await answerFirst(caller, { positioningId: first.id, step: step ?? 'asked', today, dice });
  if (second) {
    await caller.positioning.answer({
      positioningId: second.id,
      answer: 'refuse',
      reason: dice.pick(['distance', 'schedule', 'lacking_skills']),
    });
  }
}

/** How far the first answers of a demonstration went: each step of a meeting is there to see. */
const interviewSteps = ['set', 'prepared', 'held', 'hired', 'postponed', 'asked'] as const;
type InterviewStep = (typeof interviewSteps)[number];

async function answerFirst(
  { positioning }: Caller,
  { positioningId, step, today, dice }: { positioningId: string; step: InterviewStep; today: Day; dice: Dice },
): Promise<void> {
  const past = step === 'held' || step === 'hired' || step === 'postponed';
  const day = addDays(today, past ? -1 : dice.between(1, 6));
  const interviewAt = `${day}T${dice.pick(['09:30', '14:00', '16:15'])}`;
  await positioning.answer({ positioningId, answer: 'meet', interviewAt });
  if (step === 'set' || step === 'prepared') {
    await positioning.saveSheet({
      ...{ positioningId, at: interviewAt, confirm: step === 'set' },
      address: '14 rue des Tilleuls, Montclair-sur-Seine. Bus 7, arrêt Canal.',
      ...{ hours: '6 h - 10 h, du lundi au vendredi', contactName: 'Mme Sorel, cheffe d’équipe' },
      contactPhone: '01 99 00 56 78',
      tutor: step === 'set' ? 'M. Dabi, douze ans de maison' : null,
      equipment: step === 'set' ? 'Chaussures fermées ; la tenue est donnée sur place' : null,
    });
  }
  if (past) {
    const outcome = step === 'postponed' ? ('postponed' as const) : ('took_place' as const);
    const feedback =
      outcome === 'took_place' ? 'Bon contact, à l’heure, connaît le métier.' : 'Chef de chantier absent.';
    await positioning.noteOutcome({ positioningId, outcome, feedback });
  }
  if (step === 'hired') await positioning.answer({ positioningId, answer: 'hire' });
}
