import type { Tx } from '@jonction/db/client';
import { cv } from '@jonction/db/cv/tables';
import { newId } from '@jonction/db/new-id';
import { participant, participantOccupation, participantSkill } from '@jonction/db/participant/tables';
import { occupations } from '@jonction/domain/reference/occupations';

export interface Someone {
  id: string;
  firstName: string;
  lastName: string;
  codes: string[];
  skills: string[];
  licences: string[] | null;
}

const firstNames =
  'Aïcha Bruno Célia Dembélé Elena Farid Gisèle Hawa Ibrahim Jeanne Khadija Ludovic Mamadou Nadège Oumar Patricia Quentin Rachida Samira Thierry Ursule Valérie Wassila Xavier Yasmina Zoubir François Noémie Stéphane Maëlle'.split(
    ' ',
  );
const starts = 'Bar Ben Cal Char Del Dia Fer Gar Haj Jol Ker Lam Mar Mor Nog Pel Rou Sal Tra Val Ver Bou Cas Gui'.split(
  ' ',
);
const middles = 'bo da go li ma né ni ra ro sa ti va vi zou lan ter'.split(' ');
const ends = 'ck det din gnac let lin mont net nier ra ret rin sse tin ville zard'.split(' ');
const licences = ['B', 'C', 'caces_r489_3', 'caces_r482_a', 'fimo'];

/** Seeded chance: the same bank and the same slips on every machine. */
export function chance(seed: number): { below(end: number): number; of<Item>(items: readonly Item[]): Item } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('there is nothing to choose from');
      return item;
    },
  };
}

/** Fifteen hundred fictitious people with their trades, skills, licences, days and CVs. */
export async function makeBank(tx: Tx, structureId: string, people: number, seed: number): Promise<Someone[]> {
  const { below, of } = chance(seed);
  const made: Someone[] = [];
  const rows: (typeof participant.$inferInsert)[] = [];
  const held: (typeof participantOccupation.$inferInsert)[] = [];
  const known: (typeof participantSkill.$inferInsert)[] = [];
  const cvs: (typeof cv.$inferInsert)[] = [];
  for (let number = 0; number < people; number++) {
    const trades = [...new Set([of(occupations), of(occupations), of(occupations)].slice(0, 1 + below(3)))];
    const skills = [...new Set(trades.flatMap((trade) => (trade.skills.length > 0 ? [of(trade.skills)] : [])))];
    const someone: Someone = {
      id: newId(),
      firstName: of(firstNames),
      lastName: `${of(starts)}${of(middles)}${of(ends)}${below(20) === 0 ? `-${of(starts)}${of(ends)}` : ''}`,
      codes: trades.map(({ code }) => code),
      skills,
      licences: below(10) === 0 ? null : licences.filter(() => below(3) === 0),
    };
    made.push(someone);
    const { id } = someone;
    rows.push({
      ...{ id, structureId, firstName: someone.firstName, lastName: someone.lastName, licences: someone.licences },
      ...{ postalCode: '75013', city: 'Paris', latitude: 48.5 + below(700) / 1000, longitude: 2 + below(900) / 1000 },
      frenchLevel: below(10) === 0 ? null : 1 + below(6),
      availableFrom: below(4) === 0 ? null : `2026-0${1 + below(9)}-15`,
      status: below(8) === 0 ? 'placed' : 'available',
    });
    held.push(
      ...trades.map(({ code }, position) => ({ participantId: id, structureId, romeCode: code, months: 6, position })),
    );
    known.push(...skills.map((skill) => ({ participantId: id, structureId, skill, label: skill })));
    if (below(2) === 0) {
      const confirmedOn = below(2) === 0 ? '2026-04-20' : '2026-01-05';
      cvs.push({
        structureId,
        participantId: id,
        title: of(trades).label,
        current: true,
        status: 'confirmed',
        confirmedOn,
      });
    }
  }
  for (let from = 0; from < people; from += 500) await tx.insert(participant).values(rows.slice(from, from + 500));
  for (let from = 0; from < held.length; from += 1000)
    await tx.insert(participantOccupation).values(held.slice(from, from + 1000));
  for (let from = 0; from < known.length; from += 1000)
    await tx.insert(participantSkill).values(known.slice(from, from + 1000));
  if (cvs.length > 0) await tx.insert(cv).values(cvs);
  return made;
}
