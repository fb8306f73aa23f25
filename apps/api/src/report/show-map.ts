import type { Tx } from '@jonction/db/client';
import { type CodeCount, countPlaces, listCommunes, listDots } from '@jonction/db/report/map';
import { knownPlaces } from '@jonction/domain/reference/place';
import {
  drawnPlaces,
  frameOf,
  type MapCounts,
  type MapFrame,
  type MapPlace,
  peopleOffMap,
} from '@jonction/domain/report/map';
import { z } from 'zod';
import { locateAll } from '../reference/locate.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Communes drawn under the map: enough for a region, light enough for a telephone. */
const mostDots = 1_500;

const place = z.object({
  code: z.string(),
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  contracts: z.number(),
  companies: z.number(),
  partners: z.number(),
  /** Null: fewer than five, or hidden with others. */
  people: z.number().nullable(),
});

/** Where the contracts, the companies, the partners and, from five on, the people of a team are, by commune. Seven statements. */
export const showMap = procedure('report.showMap')
  .output(
    z.object({
      places: z.array(place),
      dots: z.array(z.object({ latitude: z.number(), longitude: z.number() })),
      /** Without a known place, or too few to be shown; null where it would tell of fewer than five people. */
      off: z.object({
        contracts: z.number(),
        companies: z.number(),
        partners: z.number(),
        people: z.number().nullable(),
      }),
    }),
  )
  .query(async ({ ctx }) => {
    const counts = await countPlaces(ctx.tx, structureOf(ctx));
    const known = await placesOf(ctx, Object.values(counts).flat());
    const byPlace = new Map<string, MapPlace & MapCounts>();
    const off = { contracts: 0, companies: 0, partners: 0, people: 0 };
    for (const kind of ['contracts', 'companies', 'partners', 'people'] as const) {
      for (const { code, count } of counts[kind]) {
        const at = code === null ? undefined : known.get(code);
        if (at) {
          const kept = byPlace.get(at.code) ?? { ...at, contracts: 0, companies: 0, partners: 0, people: 0 };
          byPlace.set(at.code, { ...kept, [kind]: kept[kind] + count });
        } else off[kind] += count;
      }
    }
    const all = counts.people.reduce((sum, { count }) => sum + count, 0);
    const places = drawnPlaces([...byPlace.values()]);
    const frame = frameOf(places);
    return {
      places,
      dots: frame ? await dotsIn(ctx.tx, frame) : [],
      off: { ...off, people: peopleOffMap(all, places) },
    };
  });

/** The middles of communes inside a frame: of the official table, or the few that the product knows where it is not loaded. */
async function dotsIn(tx: Tx, frame: MapFrame) {
  const loaded = await listDots(tx, frame, mostDots);
  if (loaded.length > 0) return loaded;
  const { south, north, west, east } = frame;
  return knownPlaces.filter(
    ({ latitude, longitude }) => latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );
}

/** A code is postal where people and companies say it, and often a commune's own where open data does. */
async function placesOf({ tx }: { tx: Tx }, counts: readonly CodeCount[]): Promise<ReadonlyMap<string, MapPlace>> {
  const codes = [...new Set(counts.flatMap(({ code }) => code ?? []))];
  const postal = await locateAll(tx, codes);
  const places = new Map<string, MapPlace>(
    [...postal].map(([code, { name, latitude, longitude }]) => [code, { code, name, latitude, longitude }]),
  );
  for (const commune of await listCommunes(
    tx,
    codes.filter((code) => !places.has(code)),
  ))
    places.set(commune.code, commune);
  return places;
}
