import { occupations } from '@jonction/domain/reference/occupations';
import type postgres from 'postgres';
import { Draw } from './draw.ts';
import { benchStructure } from './fill-base.ts';

const firstNames =
  'Aïcha Bruno Célia Farid Gisèle Hawa Ibrahim Jeanne Khadija Ludovic Mamadou Nadège Oumar Samira'.split(' ');
const starts = 'Bar Ben Cal Char Del Dia Fer Gar Haj Jol Ker Lam Mar Mor Nog Pel Rou Sal Tra Val'.split(' ');
const ends = 'bodin dalet gomont lirier manard noret rasset tinel vizard zouville bonet dachet'.split(' ');

/** Invented people with names, occupations and skills, laid by COPY's little sister: rows of JSON, a thousand at a time. */
export async function fillSearchBase(client: postgres.Sql, size: number): Promise<void> {
  const draw = new Draw(31);
  await client`insert into organisation (id, kind, name, slug) values (${benchStructure}, 'structure', 'Clauses du banc', 'banc')`;
  for (let from = 0; from < size; from += 1_000) {
    const rows = draw.list(Math.min(1_000, size - from), () => {
      const trades = draw.some(occupations, 1 + draw.one(3));
      return {
        first: pick(draw, firstNames),
        last: `${pick(draw, starts)}${pick(draw, ends)}`,
        codes: trades.map(({ code }) => code),
        skills: [...new Set(trades.map(({ skills }) => pick(draw, skills)))],
      };
    });
    await client`
      with row as materialized (select uuidv7() as id, value from jsonb_array_elements(${client.json(rows)})),
      person as (insert into participant (id, structure_id, first_name, last_name, french_level, licences)
        select id, ${benchStructure}, value ->> 'first', value ->> 'last', 3, '{B}' from row),
      trade as (insert into participant_occupation (participant_id, structure_id, rome_code)
        select id, ${benchStructure}, jsonb_array_elements_text(value -> 'codes') from row)
      insert into participant_skill (participant_id, structure_id, skill, label)
        select id, ${benchStructure}, skill, skill from row, jsonb_array_elements_text(value -> 'skills') skill`;
  }
  await client.unsafe('analyze participant, participant_occupation, participant_skill');
}

/** What people type: a name, a name and a trade, a trade, a skill; words as they are spelt. */
export function searchWordsOf(count: number): string[] {
  const draw = new Draw(37);
  return draw.list(count, () => {
    const last = `${pick(draw, starts)}${pick(draw, ends)}`;
    const trade = pick(draw, occupations);
    return [last, `${pick(draw, firstNames)} ${last}`, trade.label, pick(draw, trade.skills)][draw.one(4)] ?? last;
  });
}

function pick<Item extends string | { code: string }>(draw: Draw, items: readonly Item[]): Item {
  const item = items[draw.one(items.length)];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}
