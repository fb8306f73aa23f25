/** Stands for `$app/navigation`: the server draws a page and goes nowhere. A piece that calls one of these while drawing is wrong. */
const nowhere = (): never => {
  throw new Error('no navigation while a page is drawn');
};

export const goto = nowhere;
export const invalidateAll = nowhere;
export const refreshAll = nowhere;
export function afterNavigate(): void {}
