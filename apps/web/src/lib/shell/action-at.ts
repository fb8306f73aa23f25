import { type ListAddress, linkWith } from '@jonction/ui/address';

/** Where a form posts to run a named action without losing the state that the address holds. */
export function actionAt(url: ListAddress, name: string): string {
  const here = new URLSearchParams(withoutAction(url).split('?')[1] ?? '').toString();
  return here === '' ? `?/${name}` : `?/${name}&${here}`;
}

/** The address of the page itself, once its action is done; `changes` as in `linkWith`. */
export function withoutAction(
  url: ListAddress,
  changes: Readonly<Record<string, string | number | null>> = {},
): string {
  const actions = [...new URLSearchParams(url.searchParams.toString()).keys()].filter((key) => key.startsWith('/'));
  return linkWith(url, { ...Object.fromEntries(actions.map((key) => [key, null])), ...changes });
}
