import { type BoardRow, countBoard, listBoard, listBoardChoices } from '@jonction/db/positioning/board';
import { boardInput, cardsAtOnce, endedColumns, liveColumns } from '@jonction/domain/positioning/board';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { lastDayBefore, silentAfterWorkingDays } from '@jonction/domain/positioning/stopwatch';
import { isToPass } from '@jonction/domain/positioning/to-pass';
import { z } from 'zod';
import { occupationTable } from '../reference/occupations.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const cardShape = z.object({
  id: z.string(),
  participantId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  employerName: z.string(),
  offerId: z.string().nullable(),
  offerTitle: z.string().nullable(),
  status: z.enum(positioningStatuses),
  proposedOn: z.string(),
  sentOn: z.string().nullable(),
  seenOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  interviewAt: z.string().nullable(),
  pausedUntil: z.string().nullable(),
  /** A hire is written down. */
  placed: z.boolean(),
  /** No relay took the letter: the link is to be passed on by hand. */
  toPass: z.boolean(),
  late: z.boolean(),
});

const choice = z.object({ id: z.string(), label: z.string() });

/** The board of a structure's positionings: a column a status, its exact count, the most urgent first, a page at a time. */
export const board = procedure('positioning.board')
  .input(boardInput)
  .output(
    z.object({
      today: z.string(),
      cardsAtOnce: z.number(),
      columns: z.array(
        z.object({
          status: z.enum(positioningStatuses),
          total: z.number(),
          late: z.number(),
          page: z.number(),
          /** Null: counted, and not asked for. */
          cards: z.array(cardShape).nullable(),
        }),
      ),
      choices: z.object({ offers: z.array(choice), companies: z.array(choice), occupations: z.array(choice) }),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { withEnded, column, page, ...filter } = input;
    const silentSince = lastDayBefore(silentAfterWorkingDays, ctx.today);
    const structureId = structureOf(ctx);
    const query = { ...filter, structureId, today: ctx.today, silentSince };
    const counts = new Map((await countBoard(ctx.tx, query)).map((count) => [count.status, count]));
    const columns = [...liveColumns, ...endedColumns].map((status) => {
      const { total, late } = counts.get(status) ?? { total: 0, late: 0 };
      const last = Math.max(1, Math.ceil(total / cardsAtOnce));
      return { status, total, late, page: status === column ? Math.min(page, last) : 1 };
    });
    const asked = columns.filter(({ status }) => withEnded || liveColumns.some((live) => live === status));
    const cards = await listBoard(
      ctx.tx,
      query,
      asked
        .filter(({ total }) => total > 0)
        .map(({ status, page: at }) => ({ status, offset: (at - 1) * cardsAtOnce })),
      cardsAtOnce,
    );
    const choices = await listBoardChoices(ctx.tx, structureId);
    const table = await occupationTable(ctx.tx);
    return {
      today: ctx.today,
      cardsAtOnce,
      columns: columns.map((one) => ({
        ...one,
        cards: asked.includes(one) ? cards.filter(({ status }) => status === one.status).map(shown) : null,
      })),
      choices: {
        ...choices,
        occupations: choices.occupations
          .map((code) => ({ id: code, label: table.labelOf(code) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
      },
    };

    function shown(row: BoardRow) {
      return { ...row, toPass: isToPass(row, ctx.mailLeaves) };
    }
  });
