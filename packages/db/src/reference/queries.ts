import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import {
  commune,
  referenceLoad,
  romeCode,
  romeCodeSkill,
  romeMobility,
  romeSkill,
  romeTitle,
  romeV4Code,
} from './tables.ts';

/** The version of a table that was loaded (`rome`, `communes`), or null while the product's own stands in for it. */
export async function findLoadedVersion(tx: Tx, name: string): Promise<string | null> {
  const [row] = await tx
    .select({ version: referenceLoad.version, at: sql<string>`${referenceLoad.loadedAt}::text` })
    .from(referenceLoad)
    .where(eq(referenceLoad.name, name));
  return row ? `${row.version} ${row.at}` : null;
}

/** The version of the occupations in use, the labels of version 4 included; null while the product's own stand in for them. */
export async function findRomeVersion(tx: Tx): Promise<string | null> {
  const rows = await tx
    .select({
      name: referenceLoad.name,
      version: referenceLoad.version,
      at: sql<string>`${referenceLoad.loadedAt}::text`,
    })
    .from(referenceLoad)
    .where(inArray(referenceLoad.name, ['rome', 'rome4']))
    .orderBy(asc(referenceLoad.name));
  if (!rows.some(({ name }) => name === 'rome')) return null;
  return rows.map(({ version, at }) => `${version} ${at}`).join(', ');
}

/**
 * Every occupation with its titles, those that version 4 gave it since, and its skills, in one statement: read once a
 * version, then kept by the process.
 */
export async function listOccupationsWithTitles(tx: Tx) {
  return tx
    .select({
      code: romeCode.code,
      label: romeCode.label,
      titles: sql<
        string[]
      >`coalesce(array_agg(${romeTitle.title} order by ${romeTitle.title}) filter (where ${romeTitle.title} is not null), '{}')`,
      newTitles: sql<
        string[]
      >`array(select v.label from ${romeV4Code} v where v.parent = ${romeCode.code} order by v.label)`,
      skills: sql<string[]>`array(select s.label from ${romeCodeSkill} cs join ${romeSkill} s on s.item = cs.item
        where cs.code = ${romeCode.code} order by s.label)`,
    })
    .from(romeCode)
    .leftJoin(romeTitle, eq(romeTitle.code, romeCode.code))
    .groupBy(romeCode.code)
    .orderBy(asc(romeCode.code));
}

export async function listSkills(tx: Tx) {
  return tx.select({ code: romeSkill.item, label: romeSkill.label }).from(romeSkill).orderBy(asc(romeSkill.item));
}

/** The skills of some occupations, for a form that offers them. */
export async function listSkillsOfOccupations(tx: Tx, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return tx
    .selectDistinct({ code: romeSkill.item, label: romeSkill.label })
    .from(romeCodeSkill)
    .innerJoin(romeSkill, eq(romeSkill.item, romeCodeSkill.item))
    .where(inArray(romeCodeSkill.code, [...codes]))
    .orderBy(asc(romeSkill.label));
}

/** Close and next occupations of every code. */
export async function listMobility(tx: Tx) {
  return tx.select().from(romeMobility).orderBy(asc(romeMobility.code), asc(romeMobility.target));
}

/** Places of a postal code, those with coordinates first. */
export async function listPlacesOfPostalCode(tx: Tx, postalCode: string) {
  return tx
    .select({
      postalCode: commune.postalCode,
      name: commune.name,
      latitude: commune.latitude,
      longitude: commune.longitude,
    })
    .from(commune)
    .where(eq(commune.postalCode, postalCode))
    .orderBy(sql`${commune.latitude} is null`, asc(commune.name))
    .limit(40);
}

/** The middles of several postal codes at once, for a list that comes in. */
export async function listPlacesOfPostalCodes(tx: Tx, postalCodes: readonly string[]) {
  if (postalCodes.length === 0) return [];
  return tx
    .selectDistinctOn([commune.postalCode], {
      postalCode: commune.postalCode,
      name: commune.name,
      latitude: commune.latitude,
      longitude: commune.longitude,
    })
    .from(commune)
    .where(and(inArray(commune.postalCode, [...postalCodes]), isNotNull(commune.latitude)))
    .orderBy(asc(commune.postalCode), asc(commune.name));
}

/** Communes whose name or postal code begins as somebody types. */
export async function searchPlaces(tx: Tx, typed: string, limit: number) {
  const start = `${typed.replaceAll(/[%_\\]/g, '')}%`;
  return tx
    .select({
      postalCode: commune.postalCode,
      name: commune.name,
      latitude: commune.latitude,
      longitude: commune.longitude,
    })
    .from(commune)
    .where(sql`${commune.postalCode} like ${start} or app.plain(${commune.name}) like app.plain(${start})`)
    .orderBy(sql`length(${commune.name})`, asc(commune.name), asc(commune.postalCode))
    .limit(limit);
}
