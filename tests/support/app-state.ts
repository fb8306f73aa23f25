/** Stands for `$app/state`: a page at the address that a test sets. */
export const page = {
  url: new URL('https://jonction.example/'),
};
