/**
 * The French classification of occupations (ROME, open data of France Travail, Licence Ouverte). Occupations are
 * matched and stored under version 3 codes; version 4 codes come with the version 3 code they were split from.
 */
export interface RomeCode {
  /** One letter and four digits: `K2204`. */
  code: string;
  label: string;
  /** Version 3 code; null in version 3 files. */
  parent: string | null;
  /** Names of the professional domain (`K22`) and of the large domain (`K`), where the folder has them. */
  domain: string | null;
  largeDomain: string | null;
}

/** A job title (appellation), in the wording that gives both genders. */
export interface RomeTitle {
  /** France Travail's number of the title, of the skill... (code OGR). */
  ogr: string;
  code: string;
  label: string;
  longLabel: string;
}

/** A skill (item): `knowledge` is a savoir, `know_how` an activity one can do, `other` a place or sector of work. */
export interface RomeSkill {
  ogr: string;
  label: string;
  kind: 'knowledge' | 'know_how' | 'other';
}

export interface RomeCodeSkill {
  code: string;
  skill: string;
}

/**
 * From one occupation to another: `close` (Proche) can be done at once or nearly, `next` (Evolution) after training or
 * experience. `fromTitle`, `toTitle` (OGR) narrow it to one title where the source does.
 */
export interface RomeMobility {
  from: string;
  to: string;
  kind: 'close' | 'next';
  fromTitle: string | null;
  toTitle: string | null;
}
