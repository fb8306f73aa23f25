import type { IndexedRow } from '@jonction/db/search/documents';
import { joinedWords, stemsOf } from '@jonction/db/search/words';
import { plainWords } from '@jonction/domain/reference/plain-words';
import type { ParticipantDocument } from './port.ts';

/** What the product knows of an occupation's words: its label, and every other title and everyday word for it. */
export interface OccupationSpeech {
  /** Of the titles: a copy made with others is made again. */
  version: string;
  labelOf(code: string): string;
  titlesOf(code: string): readonly string[];
}

const documentVersion = 2;

/** A copy of another shape is made again by itself. */
export function shapeOf(speech: OccupationSpeech): string {
  return `${documentVersion} ${speech.version}`;
}

/** The words of a person. Who left the bank is still found by her team: the list says that she left. */
export function documentOf(row: IndexedRow, speech: OccupationSpeech): ParticipantDocument {
  const name = plainWords(`${row.firstName} ${row.lastName}`);
  const titles = unique([...row.occupations.map(speech.labelOf), row.cvTitle ?? '', ...row.jobs].flatMap(plainWords));
  const skills = unique(row.skills.flatMap(plainWords));
  const others = row.occupations.flatMap((code) => speech.titlesOf(code)).flatMap(plainWords);
  const said = new Set([...name, ...titles, ...skills]);
  // The codes themselves: a structure's own word stands for one of them.
  const codes = row.occupations.flatMap(plainWords);
  const also = unique([...joinedWords(name), ...codes, ...others, ...stemsOf([...said, ...others])]);
  return {
    id: row.id,
    structureId: row.structureId,
    name: unique([...name, String(row.number)]),
    titles,
    skills,
    also: also.filter((word) => !said.has(word)),
  };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
