/** Rows of two records that one unique rule of the base lets stand once: which one stays as it is. */

/** How far a positioning went; of two on one offer the further keeps the offer, the other stays beside it (rule of the house). */
const reached: Readonly<Record<string, number>> = {
  hired: 8,
  meeting_set: 7,
  interview: 6,
  seen: 5,
  sent: 4,
  refused: 3,
  closed: 2,
  withdrawn: 1,
  proposed: 0,
};

export interface OfferedPositioning {
  id: string;
  offerId: string | null;
  status: string;
}

/**
 * Positionings that lose their offer when two records become one: one person stands once on an offer. Nothing is deleted, and the
 * sending still says for which offer it was. Of two as far, the kept record's stays.
 */
export function positioningsBeside(kept: readonly OfferedPositioning[], gone: readonly OfferedPositioning[]): string[] {
  const byOffer = new Map(kept.flatMap((row) => (row.offerId === null ? [] : [[row.offerId, row] as const])));
  return gone.flatMap((row) => {
    const other = row.offerId === null ? undefined : byOffer.get(row.offerId);
    if (!other) return [];
    return [(reached[row.status] ?? 0) > (reached[other.status] ?? 0) ? other.id : row.id];
  });
}

export interface ConfirmedCv {
  id: string;
  romeCode: string | null;
  current: boolean;
  confirmedOn: string | null;
}

/**
 * What two banks of CVs become: one CV an occupation, one current. The current one of the side chosen stays current; of two for one
 * occupation the current one stays, then the one confirmed last, then that of the record kept. The other is replaced, never deleted.
 */
export function changedCvs(
  kept: readonly ConfirmedCv[],
  gone: readonly ConfirmedCv[],
  currentSide: 'kept' | 'gone',
): { id: string; replaced: boolean }[] {
  const [first, second] = currentSide === 'kept' ? [kept, gone] : [gone, kept];
  const current = [...first, ...second].find((cv) => cv.current)?.id;
  const rank = (cv: ConfirmedCv) => (cv.id === current ? '9' : (cv.confirmedOn ?? '0'));
  const replaced = new Set(
    gone.flatMap((cv) => {
      const other = kept.find(({ romeCode }) => romeCode === cv.romeCode);
      if (!other) return [];
      return [rank(cv) > rank(other) ? other.id : cv.id];
    }),
  );
  return [...kept, ...gone].flatMap(({ id, current: was }) =>
    replaced.has(id) || (was && id !== current) ? [{ id, replaced: replaced.has(id) }] : [],
  );
}

export interface ProvenWindow {
  code: string;
  provenFrom: string;
  provenTo: string | null;
}

/** Windows of the kept record that the other one proves for longer, with their new last day; null has no end. */
export function widenedWindows(kept: readonly ProvenWindow[], gone: readonly ProvenWindow[]): ProvenWindow[] {
  return kept.flatMap((window) => {
    const other = gone.find(({ code, provenFrom }) => code === window.code && provenFrom === window.provenFrom);
    if (!other || window.provenTo === null) return [];
    const longer = other.provenTo === null || other.provenTo > window.provenTo;
    return longer ? [{ ...window, provenTo: other.provenTo }] : [];
  });
}

export interface HeldMonths {
  code: string;
  months: number;
}

/** Occupations on both records whose experience is longer on the other one. */
export function lengthenedOccupations(kept: readonly HeldMonths[], gone: readonly HeldMonths[]): HeldMonths[] {
  return kept.flatMap(({ code, months }) => {
    const other = gone.find((one) => one.code === code);
    return other && other.months > months ? [{ code, months: other.months }] : [];
  });
}

/** What a row is, for the words that say where it went or what it blocks. `other`: a row whose kind has no word of its own. */
export const mergedKinds = [
  'cv',
  'contact',
  'consent_event',
  'eligibility_evidence',
  'eligibility_code',
  'eligibility_check',
  'positioning',
  'disclosure',
  'cv_opening',
  'placement',
  'hour_line',
  'recommendation',
  'participant_occupation',
  'participant_skill',
  'participant_language',
  'duplicate_suspicion',
  'participant_merge',
  'other',
] as const;
export type MergedKind = (typeof mergedKinds)[number];

export function mergedKindOf(table: string): MergedKind {
  return mergedKinds.find((kind) => kind === table) ?? 'other';
}

/**
 * What keeps two records from being told apart again. `merged_since`: the record kept went into a third one; `consent`: she agreed or
 * withdrew since; `field`: a line that the merge wrote was corrected since; `removed`, `changed`: a row that followed is gone, or
 * differs where the merge wrote; `bound`: a row made since hangs on one of the other record.
 */
export const undoBlocks = ['merged_since', 'consent', 'field', 'removed', 'changed', 'bound'] as const;
export type UndoBlock = (typeof undoBlocks)[number];
