/**
 * A second reading of the ranking, made to be compared with the product's: no shared code, one pass a question,
 * exact fractions in BigInt, days counted on a calendar. Slow and plain on purpose.
 */
export interface NaiveProfile {
  [fact: string]: unknown;
  id: string;
}

interface NaiveInput {
  today: string;
  proximity: Record<string, { close?: string[]; next?: string[] }>;
  limit: number;
  offer: Record<string, unknown>;
  profiles: NaiveProfile[];
}

interface NaiveRow {
  id: string;
  score: number;
  criteria: Record<string, number>;
  toCheck: string[];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const known = (value: unknown): boolean => value !== null && value !== undefined;
const day = (text: unknown): number => Math.floor(Date.UTC(...calendar(String(text))) / 86_400_000);
const floorOf = (n: number, d: number): number => Number((BigInt(n) - (BigInt(n) % BigInt(d))) / BigInt(d));

function calendar(text: string): [number, number, number] {
  const [year = 0, month = 1, dayOfMonth = 1] = text.split('-').map(Number);
  return [year, month - 1, dayOfMonth];
}

function metres(profile: NaiveProfile, offer: Record<string, unknown>): number | null {
  for (const value of [profile.lat, profile.lon, offer.lat, offer.lon]) if (!known(value)) return null;
  const rad = Math.PI / 180;
  const [a, b] = [Number(profile.lat) * rad, Number(offer.lat) * rad];
  const dLat = b - a;
  const dLon = (Number(offer.lon) - Number(profile.lon)) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(dLon / 2) ** 2;
  return Math.round(2 * 6371008.8 * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h)));
}

function bestOccupation(profile: NaiveProfile, input: NaiveInput): { value: number; months: number } {
  const asked = String(input.offer.rome);
  const valued = list(profile.romes).map((entry) => {
    const { code, months } = entry as { code: string; months: number };
    const near = input.proximity[asked] ?? {};
    if (code === asked) return { value: 1000, months };
    if ((near.close ?? []).includes(code)) return { value: 700, months };
    if ((near.next ?? []).includes(code)) return { value: 400, months };
    return { value: code.substring(0, 3) === asked.substring(0, 3) ? 250 : 0, months };
  });
  const value = Math.max(0, ...valued.map((entry) => entry.value));
  return { value, months: Math.max(0, ...valued.filter((entry) => entry.value === value).map(({ months }) => months)) };
}

function shareAnHour(mine: unknown, asked: unknown): boolean {
  if (!known(mine) || !known(asked)) return true;
  const [a, b] = [mine as { min: number; max: number }, asked as { min: number; max: number }];
  for (let half = 0; half <= 200; half++) {
    const hours = half / 2;
    if (hours >= a.min && hours <= a.max && hours >= b.min && hours <= b.max) return true;
  }
  return false;
}

function whyNot(profile: NaiveProfile, input: NaiveInput): string | null {
  const { offer } = input;
  const d = metres(profile, offer);
  const lastFree = day(offer.start) + Number(offer.slackDays ?? 0);
  const accepted = list(profile.eligible).filter((entry) => {
    const { category, to } = entry as { category: string; to: string | null };
    return list(offer.categories).includes(category) && (!known(to) || day(to) >= day(offer.start));
  });
  const held = profile.licences;
  const checks: [string, boolean][] = [
    ['consent', profile.consent !== true],
    ['visibility', profile.visible !== true],
    ['status', profile.status !== 'available'],
    ['availability', known(profile.availableFrom) && day(profile.availableFrom) > lastFree],
    ['licences', known(held) && list(offer.licences).some((licence) => !list(held).includes(licence))],
    ['category', accepted.length === 0],
    ['distance', d !== null && known(profile.radiusMetres) && d > Number(profile.radiusMetres)],
    ['french', known(profile.french) && Number(profile.french) < Number(offer.french)],
    ['hours', !shareAnHour(profile.weeklyHours, offer.weeklyHours)],
    ['already', list(profile.positionings).includes(offer.id)],
    ['opted_out', list(profile.optedOut).includes(offer.contractor)],
    ['occupation', bestOccupation(profile, input).value === 0],
  ];
  return checks.find(([, applies]) => applies)?.[0] ?? null;
}

function skillsOf(profile: NaiveProfile, input: NaiveInput): number {
  const asked = list(input.offer.skills);
  if (asked.length === 0) return 1000;
  const weightOf = (skill: unknown) => {
    const df = input.profiles.filter((other) => list(other.skills).includes(skill)).length;
    return Math.round(1000 * Math.log(1 + input.profiles.length / (1 + df)));
  };
  const sum = (skills: unknown[]) => skills.reduce((total: number, skill) => total + weightOf(skill), 0);
  return floorOf(1000 * sum(asked.filter((skill) => list(profile.skills).includes(skill))), sum(asked));
}

function valuesOf(profile: NaiveProfile, input: NaiveInput): Record<string, number> {
  const { offer } = input;
  const occupation = bestOccupation(profile, input);
  const asked = Number(offer.months ?? 0);
  const d = metres(profile, offer);
  const radius = profile.radiusMetres;
  const since = known(profile.lastContact) ? day(input.today) - day(profile.lastContact) : 180;
  const waited = known(profile.waitingSince) ? day(input.today) - day(profile.waitingSince) : -1;
  return {
    occupation: occupation.value,
    experience: asked === 0 ? 1000 : Math.min(1000, floorOf(1000 * occupation.months, asked)),
    skills: skillsOf(profile, input),
    distance:
      d === null || !known(radius)
        ? 0
        : Number(radius) === 0
          ? 1000
          : floorOf(1000 * (Number(radius) - d), Number(radius)),
    freshness: since <= 15 ? 1000 : since >= 180 ? 0 : floorOf(1000 * (180 - since), 165),
    waiting: waited < 0 ? 0 : Math.min(1000, floorOf(1000 * waited, 365)),
  };
}

function unknownsOf(profile: NaiveProfile, offer: Record<string, unknown>): string[] {
  const unknowns: [string, boolean][] = [
    ['availability', !known(profile.availableFrom)],
    ['licences', !known(profile.licences) && list(offer.licences).length > 0],
    ['distance', metres(profile, offer) === null || !known(profile.radiusMetres)],
    ['french', !known(profile.french) && Number(offer.french) > 0],
    ['hours', !known(profile.weeklyHours)],
  ];
  return unknowns.filter(([, unknown]) => unknown).map(([name]) => name);
}

const weights: [string, number][] = [
  ['occupation', 350],
  ['experience', 150],
  ['skills', 200],
  ['distance', 150],
  ['freshness', 50],
  ['waiting', 100],
];

export function naiveRanking(input: NaiveInput): { ranked: NaiveRow[]; excluded: { id: string; reason: string }[] } {
  const excluded: { id: string; reason: string }[] = [];
  const ranked: { row: NaiveRow; keys: (number | string)[] }[] = [];
  for (const profile of input.profiles) {
    const reason = whyNot(profile, input);
    if (reason !== null) {
      excluded.push({ id: profile.id, reason });
      continue;
    }
    const criteria = valuesOf(profile, input);
    const score = weights.reduce((sum, [name, weight]) => sum + weight * (criteria[name] ?? 0), 0);
    const waits = known(profile.waitingSince) && day(profile.waitingSince) <= day(input.today);
    const created = known(profile.createdOn) ? day(profile.createdOn) : 1e9;
    const keys = [-score, waits ? day(profile.waitingSince) : 1e9, created, profile.id];
    ranked.push({ row: { id: profile.id, score, criteria, toCheck: unknownsOf(profile, input.offer) }, keys });
  }
  // Insertion, so that not even the sort is the same.
  const placed: typeof ranked = [];
  for (const entry of ranked) {
    let at = 0;
    while (at < placed.length && comesBefore(placed[at]?.keys ?? [], entry.keys)) at += 1;
    placed.splice(at, 0, entry);
  }
  return { ranked: placed.slice(0, input.limit).map(({ row }) => row), excluded };
}

function comesBefore(a: (number | string)[], b: (number | string)[]): boolean {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right !== undefined && left !== right) return left < right;
  }
  return true;
}
