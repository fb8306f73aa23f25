import { defaultWeights, scoreOf } from '@jonction/domain/matching/criterion';
import { distanceTo, exclusionOf } from '@jonction/domain/matching/exclusion';
import { matchOccupation } from '@jonction/domain/matching/occupation';
import type { Profile } from '@jonction/domain/matching/profile';
import { compareRows } from '@jonction/domain/matching/rank';
import { type MatchFacts, scoreProfile } from '@jonction/domain/matching/score';
import type { Bank, Placed } from '@jonction/matching-engine/bank';
import { type BenchQuestion, best, type Contender } from './contender.ts';

/** The engine, under a name: it runs twice, to see what the run itself is worth. */
export function engine(name: string, bank: Bank): Contender {
  return { name, best: (question) => bank.best(question, best) };
}

/** The plain loop over the columns. */
export function columnsLoop(bank: Bank): Contender {
  return { name: 'columns', best: (question) => bank.count(question, best).best };
}

/** What one writes first: objects, filtered, scored and sorted. */
export function objects(profiles: readonly Profile[]): Contender {
  return { name: 'objects', best: (question) => filterAndSort(profiles, question) };
}

const nothingYet: MatchFacts = { occupation: { tier: 'same', code: null, months: 0 }, distanceMetres: null };

/** The cheap conditions first; trigonometry and occupations for those who are left. */
export function filterAndSort(
  profiles: readonly Profile[],
  { offer, today, proximity, skills, weights }: BenchQuestion,
): Placed[] {
  return profiles
    .filter((profile) => exclusionOf(profile, offer, nothingYet) === null)
    .map((profile) => {
      const occupation = matchOccupation(profile.romes, offer, proximity);
      return { profile, facts: { occupation, distanceMetres: distanceTo(profile, offer) } };
    })
    .filter(({ profile, facts }) => exclusionOf(profile, offer, facts) === null)
    .map(({ profile, facts }) => {
      const score = scoreOf(scoreProfile(profile, offer, facts, today, skills), weights ?? defaultWeights);
      return { profile, row: { score } };
    })
    .sort((a, b) => compareRows(a, b, today))
    .slice(0, best)
    .map(({ profile, row }) => ({ id: profile.id, score: row.score }));
}
