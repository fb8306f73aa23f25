interface Part {
  organisationId: string;
  name: string;
  centihours: number;
}

export interface MovedPart {
  organisationId: string;
  name: string;
  /** Null: no member before. */
  before: number | null;
  /** Null: a member no longer. */
  after: number | null;
}

/** The companies whose own part is not what it was, between two versions of a group: those that stay or join first, then those that left. */
export function movedParts(before: readonly Part[], after: readonly Part[]): MovedPart[] {
  const was = new Map(before.map(({ organisationId, centihours }) => [organisationId, centihours]));
  const is = new Set(after.map(({ organisationId }) => organisationId));
  return [
    ...after.map(({ organisationId, name, centihours }) => {
      return { organisationId, name, before: was.get(organisationId) ?? null, after: centihours };
    }),
    ...before
      .filter(({ organisationId }) => !is.has(organisationId))
      .map(({ organisationId, name, centihours }) => ({ organisationId, name, before: centihours, after: null })),
  ].filter((moved) => moved.before !== moved.after);
}
