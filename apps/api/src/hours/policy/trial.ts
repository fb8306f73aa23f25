import type { RunRow } from '@jonction/db/hours/runs';
import type { Day } from '@jonction/domain/shared/day';

type Tried = Pick<RunRow, 'purpose' | 'state' | 'draftVersion' | 'knownOn'>;

/** The ended trial of a version of a draft on a day, the latest one: what publishing it would move. */
export function trialOf<Run extends Tried>(runs: readonly Run[], draftVersion: number, on: Day): Run | undefined {
  return runs.find(
    (run) =>
      run.purpose === 'simulation' && run.state === 'done' && run.draftVersion === draftVersion && run.knownOn === on,
  );
}
