import { setTimeout as pause } from 'node:timers/promises';
import { matchOccupation } from '@jonction/domain/matching/occupation';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { addDays, dayNumber } from '@jonction/domain/shared/day';
import { isPresent } from '@jonction/matching-engine/columns';
import { z } from 'zod';
import type { BenchQuestion, Contender } from './contender.ts';
import { filterAndSort } from './in-process.ts';

interface Server {
  url: string;
  key: string;
}

/** Radii by classes of 5 km: ranges of two whole numbers a class are ten times faster than the engine's own circles. */
const classMetres = 5_000;
const unknownClass = 0;
const metresPerDegree = 111_195;
const index = 'bench';
const batchSize = 50_000;

const task = z.object({ taskUid: z.number() });
const taskState = z.object({ status: z.string(), error: z.unknown() });
const hits = z.object({ hits: z.array(z.object({ n: z.number() })), processingTimeMs: z.number() });

/** People who may be put forward, with what narrows the choice most cheaply; the rule does the rest. */
export async function fillMeilisearch(server: Server, profiles: readonly Profile[]): Promise<void> {
  await wait(server, await call(server, 'POST', '/indexes', { uid: index, primaryKey: 'n' }));
  await wait(
    server,
    await call(server, 'PATCH', `/indexes/${index}/settings`, {
      ...{ searchableAttributes: ['none'], displayedAttributes: ['n'], rankingRules: [] },
      filterableAttributes: ['rome', 'free', 'x', 'y', 'r', 'licences', 'c*'].map((pattern) => ({
        attributePatterns: [pattern],
        features: {
          facetSearch: false,
          filter: { equality: true, comparison: !['rome', 'licences', 'r'].includes(pattern) },
        },
      })),
      pagination: { maxTotalHits: profiles.length },
    }),
  );
  for (let from = 0; from < profiles.length; from += batchSize) {
    const documents = profiles
      .slice(from, from + batchSize)
      .flatMap((profile, offset) => (isPresent(profile) ? [documentOf(profile, from + offset)] : []));
    await wait(server, await call(server, 'POST', `/indexes/${index}/documents`, documents));
  }
}

/** All related people whom the filter leaves, fetched whole and ranked by the rule: nothing less is exact. */
export function meilisearch(server: Server, profiles: readonly Profile[], codes: readonly string[]): Contender {
  let ownMs = 0;
  return {
    name: 'meilisearch',
    ownMs: () => ownMs,
    best: async (question) => {
      const answer = hits.parse(
        await call(server, 'POST', `/indexes/${index}/search`, {
          ...{ q: '', filter: filterOf(question, codes), limit: profiles.length, attributesToRetrieve: ['n'] },
        }),
      );
      ownMs = answer.processingTimeMs;
      return filterAndSort(
        answer.hits.flatMap(({ n }) => profiles[n] ?? []),
        question,
      );
    },
  };
}

function documentOf(profile: Profile, n: number): Record<string, unknown> {
  const { lat, lon, radiusMetres, eligible } = profile;
  const isPlaced = lat != null && lon != null && radiusMetres != null;
  const place = isPlaced ? pointOf(lat, lon) : { x: 0, y: 0 };
  return {
    ...{ n, rome: (profile.romes ?? []).map(({ code }) => code), ...place },
    free: profile.availableFrom == null ? 0 : dayNumber(profile.availableFrom),
    r: isPlaced ? Math.ceil(radiusMetres / classMetres) : unknownClass,
    licences: profile.licences ?? ['unknown'],
    // The last day of each category held.
    ...Object.fromEntries(
      (eligible ?? []).map(({ category, to }) => [shortOf(category), to == null ? 99_999 : dayNumber(to)]),
    ),
  };
}

function filterOf({ offer, proximity }: BenchQuestion, codes: readonly string[]): string[] {
  const near = codes.filter((code) => matchOccupation([{ code }], offer, proximity).tier !== 'other');
  const start = dayNumber(offer.start);
  const open = (offer.categories ?? []).map((category) => `${shortOf(category)} >= ${start}`);
  return [
    `rome IN [${near.join(', ')}]`,
    `free <= ${dayNumber(addDays(offer.start, offer.slackDays ?? 0))}`,
    ...(offer.licences ?? []).map((licence) => `licences IN [${licence}, unknown]`),
    open.join(' OR '),
    placeFilter(offer),
  ];
}

/** A square around the offer for each class of radius: whoever is outside is too far for certain. */
function placeFilter({ lat, lon }: MatchOffer): string {
  const { x, y } = pointOf(lat ?? 0, lon ?? 0);
  const squares = [`r = ${unknownClass}`];
  for (let radius = 1; radius <= 10; radius++) {
    const reach = Math.ceil(1.02 * radius * classMetres) + 100;
    squares.push(`(r = ${radius} AND x ${x - reach} TO ${x + reach} AND y ${y - reach} TO ${y + reach})`);
  }
  return squares.join(' OR ');
}

/** Metres on a plane around the region, less than 2 % of a distance wrong: the rule is applied to what is left. */
function pointOf(lat: number, lon: number): { x: number; y: number } {
  const middle = Math.cos((48.7 * Math.PI) / 180);
  return { x: Math.round(lon * metresPerDegree * middle), y: Math.round(lat * metresPerDegree) };
}

function shortOf(category: string): string {
  return `c${category.slice(category.indexOf('_') + 1)}`;
}

async function call(server: Server, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
  const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(`${server.url}${path}`, request);
  if (!response.ok) throw new Error(`Meilisearch answers ${response.status}: ${await response.text()}`);
  return response.json();
}

async function wait(server: Server, accepted: unknown): Promise<void> {
  const { taskUid } = task.parse(accepted);
  for (;;) {
    const { status, error } = taskState.parse(await call(server, 'GET', `/tasks/${taskUid}`));
    if (status === 'succeeded') return;
    if (status === 'failed') throw new Error(`Meilisearch: ${JSON.stringify(error)}`);
    await pause(100);
  }
}
