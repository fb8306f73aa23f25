import { openDatabase } from '@jonction/db/client';
import { streamBank } from '@jonction/db/matching/stream-bank';
import { organisation } from '@jonction/db/organisation/tables';
import { defaultWeights } from '@jonction/domain/matching/criterion';
import { liftedBy, relaxedOffers } from '@jonction/domain/matching/relax';
import { skillWeights } from '@jonction/domain/matching/skill-weight';
import { Bank } from '@jonction/matching-engine/bank';
import type { Asked } from '@jonction/matching-engine/question';
import { makeOffer } from '@jonction/testing/offer';
import pino from 'pino';
import { addPasswordUser } from '../../access/add-user.ts';
import { type App, createApp } from '../../app.ts';
import { contextFor } from '../../context.ts';
import { matchOfferOf } from '../../matching/prepare.ts';
import { appRouter } from '../../router.ts';
import { createCaller } from '../../trpc.ts';
import { CommandRefused, type CommandResult, takeOption } from '../context.ts';
import { type BenchBase, openBenchBase } from './bench-base.ts';
import { type Figure, figure, mean, median, quantile } from './figure.ts';
import { benchStructure, fillBase } from './fill-base.ts';
import { MatchingWorld, worldDay } from './matching-world.ts';

const offersAsked = 60;
const warmUp = 10;
const shown = 50;
const system = { kind: 'system' } as const;
const employerId = '00000000-0000-7000-8000-0000000000b1';

/** `bench api [--size N]`: `matching.rank` as the page of an offer asks it: processor time of our process, statements, waiting. */
export async function benchApi(_context: unknown, args: string[]): Promise<CommandResult> {
  const size = Number(takeOption(args, '--size') ?? 100_000);
  if (!Number.isInteger(size) || size < 100) throw new CommandRefused('--size attend un nombre entier, 100 ou plus.');
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const base = await openBenchBase();
  const close: (() => Promise<void>)[] = [base.close];
  try {
    progress(`${size} personnes inventées...`);
    const world = new MatchingWorld();
    await fillBase(base.loader, [...world.profiles(size)]);
    const app = await createApp({
      ...{ appUrl: base.appUrl, dataDir: base.dataDir, meilisearch: null, publicUrl: 'http://localhost' },
      ...{ secret: 'trente-deux signes pour un banc d’essai', mailLeaves: false, today: () => worldDay },
      log: pino({ level: 'silent' }),
    });
    close.push(() => app.close());
    progress('Offres...');
    const { offerIds, userId } = await layOffers(base, app, world);
    await app.services.banks.get(benchStructure);
    progress('Questions...');
    const figures = [
      ...(await measureRank(base, app, offerIds, userId)),
      ...(await measureAsking(base, app, offerIds)),
    ];
    return {
      exit: 0,
      result: { bench: 'api', size, figures, machine: { node: process.version } },
      words: figures.map(({ id, value, unit }) => `${id.padEnd(28)} ${String(value).padStart(10)} ${unit}`).join('\n'),
    };
  } finally {
    for (const one of close.reverse()) await one();
  }
}

/** Open offers of the world in the real tables; the codes of the people become those that the vault gives the words of the offers. */
async function layOffers(base: BenchBase, app: App, world: MatchingWorld) {
  const offers = Array.from({ length: offersAsked }, (_, index) => world.offer(index));
  return base.system.as(system, async (tx) => {
    await tx.insert(organisation).values({ id: employerId, kind: 'employer', name: 'Entreprise du banc' });
    const words = [...new Set(offers.flatMap(({ categories }) => categories ?? []))];
    const codes = await app.services.vault.keyedCodes(tx, benchStructure, words);
    for (const [at, word] of words.entries())
      await base.loader`update eligibility_code set code = ${codes[at] ?? ''} where code = ${word}`;
    await base.loader`analyze eligibility_code`;
    const offerIds: string[] = [];
    for (const offer of offers) {
      const { id } = await makeOffer(tx, {
        ...{ structureId: benchStructure, employerId, romeCode: offer.rome, monthsAsked: offer.months ?? 0 },
        ...{
          latitude: offer.lat ?? 0,
          longitude: offer.lon ?? 0,
          startsOn: offer.start,
          slackDays: offer.slackDays ?? 0,
        },
        ...{
          licences: [...(offer.licences ?? [])],
          frenchLevel: offer.french ?? 0,
          categories: offer.categories ?? [],
        },
        ...{ weeklyHoursMin: offer.weeklyHours?.min ?? 0, weeklyHoursMax: offer.weeklyHours?.max ?? 35 },
        skills: (offer.skills ?? []).map((skill) => ({ skill, label: skill })),
      });
      offerIds.push(id);
    }
    const userId = await addPasswordUser(tx, { name: 'Banc', email: 'banc@exemple.test', password: 'banc du banc' });
    return { offerIds, userId };
  });
}

async function measureRank(base: BenchBase, app: App, offerIds: readonly string[], userId: string): Promise<Figure[]> {
  const statements: string[] = [];
  const database = openDatabase(base.appUrl, { max: 1, onQuery: (query) => statements.push(query) });
  const at = { organisationId: benchStructure, structureId: benchStructure };
  const context = contextFor(
    { ...app.services, database },
    {
      ...{ kind: 'user', userId, sessionId: 'bench', name: 'Banc', email: '' },
      membership: { id: userId, role: 'facilitator', companyRole: null, ...at },
    },
    { locale: 'fr', requestId: 'bench', ip: 'bench' },
  );
  const caller = createCaller(appRouter)(context);
  const [waits, cpu, asked]: [number[], number[], number[]] = [[], [], []];
  for (const [index, offerId] of [...offerIds.slice(0, warmUp), ...offerIds].entries()) {
    statements.length = 0;
    const before = process.cpuUsage();
    const start = performance.now();
    await caller.matching.rank({ offerId, limit: shown });
    const ms = performance.now() - start;
    const { user, system: kernel } = process.cpuUsage(before);
    if (index < warmUp) continue;
    waits.push(ms);
    cpu.push((user + kernel) / 1000);
    asked.push(statements.length);
  }
  await database.close();
  return [
    ...[figure('rank_median', median(waits), 'ms'), figure('rank_p95', quantile(waits, 0.95), 'ms')],
    ...[figure('rank_cpu_median', median(cpu), 'CPU-ms'), figure('rank_cpu_mean', mean(cpu), 'CPU-ms')],
    figure('rank_statements', Math.max(...asked), 'statements/request'),
  ];
}

/** What the copy in memory answers of it: the list by posting lists and one look at everybody, beside a look for each count. */
async function measureAsking(base: BenchBase, app: App, offerIds: readonly string[]): Promise<Figure[]> {
  const [bank, rows] = await base.system.as(system, async (tx) => [
    await Bank.of(streamBank(tx, benchStructure), worldDay),
    await tx.query.offer.findMany(),
  ]);
  const times: Record<'list' | 'survey' | 'each', number[]> = { list: [], survey: [], each: [] };
  const timed = (name: keyof typeof times, work: () => unknown) => {
    const start = performance.now();
    work();
    times[name].push(performance.now() - start);
  };
  for (const row of rows.filter(({ id }) => offerIds.includes(id))) {
    const offer = await base.system.as(system, (tx) =>
      matchOfferOf(tx, app.services.vault, {
        ...row,
        skills: row.skills as { skill: string; label: string }[],
        categories: row.categories as string[],
      }),
    );
    const question: Asked = {
      ...{ today: worldDay, offer, proximity: {}, skills: skillWeights(0, new Map()), weights: defaultWeights },
    };
    const relaxed = relaxedOffers(offer);
    timed('list', () => bank.best(question, shown));
    timed('survey', () =>
      bank.survey(
        question,
        relaxed.map(({ relaxation, offer: less, widen }) => ({
          reason: liftedBy[relaxation.kind],
          asked: { ...question, offer: less, widen },
        })),
      ),
    );
    timed('each', () => {
      bank.count(question, shown);
      for (const { offer: less, widen } of relaxed) bank.count({ ...question, offer: less, widen }, 0);
    });
  }
  const now = times.list.map((ms, at) => ms + (times.survey[at] ?? 0));
  return [
    ...[figure('list_median', median(times.list), 'ms'), figure('counts_median', median(times.survey), 'ms')],
    figure('a_look_for_each_median', median(times.each), 'ms'),
    figure('a_look_for_each_ratio', median(times.each.map((ms, at) => ms / (now[at] ?? Number.NaN))), 'x'),
  ];
}
