/** Stands for `$app/state`: a page at the address, with the status, that a test sets. */
export const page = {
  url: new URL('https://jonction.example/'),
  status: 200,
  data: {} as Record<string, unknown>,
};
