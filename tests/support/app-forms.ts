/** Stands for `$app/forms`: without scripts nothing is enhanced, and the server never runs an action of an element. */
export function enhance(): void {}
