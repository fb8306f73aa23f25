import { hideSmall, leastPublished } from '../matching/secrecy.ts';

/** The middle of a commune: nothing finer is ever drawn. */
export interface MapPlace {
  code: string;
  name: string;
  latitude: number;
  longitude: number;
}

export interface MapCounts {
  contracts: number;
  companies: number;
  partners: number;
  people: number;
}

export interface DrawnPlace extends MapPlace {
  contracts: number;
  companies: number;
  partners: number;
  /** Null: fewer than may be shown, or hidden with others so that no subtraction tells them. */
  people: number | null;
}

/**
 * The places of a map, those of most contracts first. People are shown by commune from five on (statistical secrecy, INSEE: 5), and
 * others are hidden with the small ones; a place of which nothing is left to show is not drawn at all.
 */
export function drawnPlaces(places: readonly (MapPlace & MapCounts)[]): DrawnPlace[] {
  const inhabited = places.filter(({ people }) => people > 0);
  const cells = hideSmall(inhabited.map(({ people }) => people)).cells;
  const shown = new Map(inhabited.map(({ code }, at) => [code, cells[at] ?? null]));
  return places
    .map(({ people, ...place }) => ({ ...place, people: people === 0 ? 0 : (shown.get(place.code) ?? null) }))
    .filter(({ contracts, companies, partners, people }) => contracts + companies + partners > 0 || (people ?? 0) > 0)
    .sort((one, other) => other.contracts - one.contracts || (one.code < other.code ? -1 : 1));
}

/** People who are not on the map: in places too small to be shown, or without a place; null where it would tell of fewer than five. */
export function peopleOffMap(all: number, drawn: readonly DrawnPlace[]): number | null {
  const off = all - drawn.reduce((sum, { people }) => sum + (people ?? 0), 0);
  return off === 0 || off >= leastPublished ? off : null;
}

export interface MapFrame {
  south: number;
  north: number;
  west: number;
  east: number;
}

interface Point {
  latitude: number;
  longitude: number;
}

/** A town is some hundredths of a degree wide: a map of one place still shows what is around. */
const leastSpan = 0.08;

/** What holds all points, with a tenth of room around; null without a point. */
export function frameOf(points: readonly Point[]): MapFrame | null {
  if (points.length === 0) return null;
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  const [south, north] = widened(Math.min(...latitudes), Math.max(...latitudes));
  const [west, east] = widened(Math.min(...longitudes), Math.max(...longitudes));
  return { south, north, west, east };
}

function widened(least: number, most: number): [number, number] {
  const room = Math.max((most - least) * 0.1, (leastSpan - (most - least)) / 2);
  return [least - room, most + room];
}

export interface MapSize {
  width: number;
  height: number;
}

/** Seen whole on the screen of a laptop. */
const tallest = 0.75;

/** How high a map of a width is: a degree of longitude is shorter than one of latitude, by the cosine of where one stands. */
export function sizeOf({ south, north, west, east }: MapFrame, width: number): MapSize {
  const ratio = (north - south) / ((east - west) * cosine((south + north) / 2));
  return { width, height: Math.round(width * Math.min(tallest, Math.max(0.5, ratio))) };
}

/** Where a point is drawn, from the upper left corner; the same scale both ways, in the middle of what is left. */
export function drawnAt(
  frame: MapFrame,
  { width, height }: MapSize,
  { latitude, longitude }: Point,
): { x: number; y: number } {
  const shrink = cosine((frame.south + frame.north) / 2);
  const [wide, high] = [(frame.east - frame.west) * shrink, frame.north - frame.south];
  const scale = Math.min(width / wide, height / high);
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    x: rounded((width - wide * scale) / 2 + (longitude - frame.west) * shrink * scale),
    y: rounded((height - high * scale) / 2 + (frame.north - latitude) * scale),
  };
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

/** The radius of a disc whose surface tells a count, the largest count having the largest disc. */
export function radiusOf(count: number, most: number, { least, largest }: { least: number; largest: number }): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.round(10 * Math.max(least, largest * Math.sqrt(count / most))) / 10;
}
