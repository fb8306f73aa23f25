import { offsetOf } from '@jonction/domain/shared/page';

interface Page {
  page: number;
  pageSize: number;
}

/**
 * A page of rows that each carry the `total` of the whole list, read in one statement. A page beyond the last has no row
 * to carry it: the count is then asked of the first page, so that an old address still says how many there are.
 */
export async function countedPage<Row extends { total: number }>(
  asked: Page,
  read: (limit: number, offset: number) => PromiseLike<readonly Row[]>,
): Promise<{ total: number; rows: Omit<Row, 'total'>[] }> {
  const rows = await read(asked.pageSize, offsetOf(asked));
  const counted = rows.length > 0 || asked.page === 1 ? rows : await read(1, 0);
  return { total: counted[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}
