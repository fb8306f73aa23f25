/** The five marks of the bench. A screen maps its noun's statuses onto them and gives its own word. */
export const states = ['validated', 'toDecide', 'waiting', 'rejected', 'unknown'] as const;
export type State = (typeof states)[number];

/** The token that colours a state, for pieces drawn in SVG. */
export const stateColour: Readonly<Record<State, string>> = {
  validated: 'var(--validated)',
  toDecide: 'var(--to-decide)',
  waiting: 'var(--waiting)',
  rejected: 'var(--rejected)',
  unknown: 'var(--unknown)',
};
