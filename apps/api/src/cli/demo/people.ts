import { cvConfirmedForDays } from '@jonction/domain/participant/confirmation';
import { occupationOf } from '@jonction/domain/reference/occupations';
import { addDays, type Day, daysBetween } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import { type Dice, diceFor } from './dice.ts';
import { firstNames, lastNames, postalCodes, sectors, womenNames } from './names.ts';
import type { Stage } from './stage.ts';

/** Months before today within which a proof of these categories is still fresh. */
const categories = ['RSA', 'DELD', 'TH', 'QPV', 'SENIOR'] as const;

/** One fictitious person: recommended by the partner or received by the facilitator, with a CV, a proof, a word on the phone. */
export async function makePerson(stage: Stage, cast: Cast, today: Day, index: number): Promise<void> {
  const dice = diceFor('person', index);
  const enteredOn = addDays(today, -dice.between(5, 320));
  const recommended = dice.chance(0.6);
  const who = recommended ? cast.partner : cast.facilitator;
  const then = stage(who, enteredOn);
  const sector = dice.pick(sectors);
  const firstName = dice.pick(firstNames);
  const identity = {
    firstName,
    // One in six did not say.
    sex: index % 6 === 5 ? null : womenNames.includes(firstName) ? ('woman' as const) : ('man' as const),
    lastName: `${dice.pick(lastNames)}${index >= lastNames.length * 8 ? `-${index}` : ''}`,
    birthDate: `${dice.between(1964, 2003)}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`,
    phone: phoneOf(index),
    postalCode: dice.pick(postalCodes),
    ...factsOf(dice, today),
    ...(index % sameEvery === sameEvery - 1 ? recordedTwice(index) : {}),
  };
  const participantId = recommended
    ? await recommend(stage, cast, { dice, identity, enteredOn })
    : (await then.participant.create(identity)).participantId;
  if (!recommended && dice.chance(0.85)) {
    await then.participant.giveConsent({ participantId, way: 'written', on: enteredOn });
  }
  const confirmedOn = confirmedDay(diceFor('confirmed', index), enteredOn, today);
  await writeCv(stage, cast, { dice, participantId, enteredOn, confirmedOn, sector });
  if (dice.chance(0.9)) {
    await stage(cast.facilitator, today).eligibility.record({
      participantId,
      category: dice.pick(categories),
      issuedOn: addDays(today, -dice.between(1, 80)),
      label: 'Attestation vue en entretien',
    });
  }
  await talk(stage, cast, { dice, participantId, today });
}

/** One record in so many is of somebody who is there already, a little otherwise: the next one to tell apart. */
const sameEvery = 50;

/** Who came before, as somebody else wrote her down: a slip in the name, the same telephone and birth date. */
function recordedTwice(index: number) {
  const before = diceFor('person', index - 1);
  before.between(5, 320);
  before.chance(0.6);
  before.pick(sectors);
  const firstName = before.pick(firstNames);
  const lastName = before.pick(lastNames);
  const birthDate = `${before.between(1964, 2003)}-${String(before.between(1, 12)).padStart(2, '0')}-${String(before.between(1, 28)).padStart(2, '0')}`;
  return { firstName, lastName: `${lastName.slice(0, -1)}${lastName.slice(-2)}`, birthDate, phone: phoneOf(index - 1) };
}

function phoneOf(index: number): string {
  const [before, last] = [Math.floor(index / 100) % 100, index % 100].map((pair) => String(pair).padStart(2, '0'));
  return `06 39 98 ${before} ${last}`;
}

type Identity = Parameters<ReturnType<Stage>['participant']['create']>[0];

async function recommend(
  stage: Stage,
  cast: Cast,
  { dice, identity, enteredOn }: { dice: Dice; identity: Identity; enteredOn: Day },
): Promise<string> {
  const { participantId, recommendationId } = await stage(cast.partner, enteredOn).participant.recommend({
    ...identity,
    message: dice.chance(0.4) ? 'Projet solide, disponible rapidement, a déjà suivi deux ateliers.' : null,
    consentWay: dice.chance(0.85) ? 'spoken' : null,
  });
  if (dice.chance(0.94)) {
    await stage(cast.facilitator, addDays(enteredOn, dice.between(0, 4))).participant.answerRecommendation({
      recommendationId,
      status: 'accepted',
      answer: 'Merci, nous prenons contact cette semaine.',
    });
  }
  return participantId;
}

function factsOf(dice: Dice, today: Day) {
  const hours = dice.pick([
    [20, 35],
    [25, 35],
    [30, 35],
    [15, 28],
  ] as const);
  return {
    availableFrom: dice.chance(0.85) ? addDays(today, dice.between(-60, 25)) : null,
    radiusKm: dice.chance(0.9) ? dice.between(4, 30) : null,
    frenchLevel: dice.chance(0.9) ? dice.between(1, 6) : null,
    ...(dice.chance(0.85) ? { weeklyHoursMin: hours[0], weeklyHoursMax: hours[1] } : {}),
  };
}

/** As in a team that keeps its bank: one CV in six waits to be confirmed again, the others were within two months. */
function confirmedDay(dice: Dice, enteredOn: Day, today: Day): Day {
  if (daysBetween(enteredOn, today) < cvConfirmedForDays || dice.chance(0.16)) return enteredOn;
  return addDays(today, -dice.between(1, cvConfirmedForDays - 5));
}

interface About {
  dice: Dice;
  participantId: string;
}

async function writeCv(
  stage: Stage,
  cast: Cast,
  {
    dice,
    participantId,
    enteredOn,
    confirmedOn,
    sector,
  }: About & {
    enteredOn: Day;
    confirmedOn: Day;
    sector: (typeof sectors)[number];
  },
): Promise<void> {
  if (dice.chance(0.06)) return;
  const caller = stage(cast.facilitator, confirmedOn);
  const { cvId } = await caller.cv.create({ participantId });
  const months = dice.between(0, 96);
  const year = Number(enteredOn.slice(0, 4)) - Math.ceil(months / 12);
  const offered = sector.romes.flatMap((code) => occupationOf(code)?.skills ?? []);
  const skills = [...new Set(offered)].filter(() => dice.chance(0.4)).slice(0, 6);
  await caller.cv.confirm({
    cvId,
    version: 1,
    title: sector.title,
    content: {
      summary: null,
      occupations: sector.romes.slice(0, dice.between(1, sector.romes.length)).map((code) => ({ code, months })),
      skills: skills.map((label) => ({ skill: label, label })),
      licences: [
        ...(dice.chance(0.45) ? ['B'] : []),
        ...(dice.chance(0.12) ? ['caces_r489_3'] : []),
        ...(dice.chance(0.15) ? ['sst'] : []),
      ],
      languages: [{ code: 'fr', level: null, levelText: dice.chance(0.5) ? 'courant' : null }],
      experience:
        months === 0
          ? []
          : [{ label: sector.title, from: String(year), to: dice.chance(0.5) ? String(year + 1) : null }],
    },
  });
}

async function talk(stage: Stage, cast: Cast, { dice, participantId, today }: About & { today: Day }): Promise<void> {
  const calls = dice.between(0, 3);
  for (let call = 0; call < calls; call += 1) {
    const at = `${addDays(today, -dice.between(1, 120))}T${String(dice.between(8, 16)).padStart(2, '0')}:30:00Z`;
    await stage(cast.facilitator, today).contact.log({
      participantId,
      at,
      channel: 'phone',
      outcome: dice.pick(['reached', 'reached', 'reached', 'voicemail', 'no_answer']),
      purpose: 'follow_up',
    });
  }
}
