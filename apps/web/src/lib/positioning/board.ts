import type { Api } from '#lib/server/api.ts';

export type Board = Awaited<ReturnType<Api['positioning']['board']['query']>>;
export type BoardColumn = Board['columns'][number];
export type BoardCard = NonNullable<BoardColumn['cards']>[number];

/** The columns to draw: those asked for; a status that nothing has is no column before the first CV leaves. */
export function drawnColumns(board: Board): BoardColumn[] {
  return board.columns.filter(({ cards, status, total }) => cards !== null && (status !== 'proposed' || total > 0));
}

/** The column that a phone shows: the one asked for; otherwise the first where somebody waits too long, or where anybody is. */
export function columnOnPhone(
  columns: readonly BoardColumn[],
  asked: string | null,
): BoardColumn['status'] | undefined {
  const found =
    columns.find(({ status }) => status === asked) ??
    columns.find(({ late }) => late > 0) ??
    columns.find(({ total }) => total > 0) ??
    columns[0];
  return found?.status;
}
