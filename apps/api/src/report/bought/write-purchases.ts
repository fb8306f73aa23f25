import type { Tx } from '@jonction/db/client';
import { listPurchases, sumPurchases } from '@jonction/db/report/purchases';
import { type WrittenTable, writeTables } from '@jonction/documents/write-table';
import {
  censusFigures,
  denominatorOf,
  type PurchaseCell,
  type PurchaseFigure,
  type PurchaseShare,
  schemeFigures,
  shareOf,
  spendFigures,
  unknowable,
} from '@jonction/domain/report/purchase';
import { purchaseWords } from '@jonction/domain/report/purchase-words';
import { formatShare } from '@jonction/domain/shared/typography';
import { type Fact, sentence } from '@jonction/domain/shared/words';
import type { Context } from '../../context.ts';
import { readableBuyer } from '../../organisation/directorate/require.ts';
import { readScheme } from './show-scheme.ts';

type Ctx = Context & { tx: Tx };
type Say = (key: string, facts?: Record<string, Fact>) => string;
interface Made {
  file: Buffer;
  buyerId: string;
  rows: number;
}

const sayIn =
  ({ locale }: Context): Say =>
  (key, facts = {}) =>
    sentence(purchaseWords, locale, `report.purchase.${key}`, facts);

/** What a buyer bought in a year: the figures, its directorates, the years, and every contract that they count. */
export async function writePurchases(ctx: Ctx, asked: { buyerId?: string | undefined; year: number }): Promise<Made> {
  const { year } = asked;
  const buyer = await readableBuyer(ctx, asked.buyerId);
  const say = sayIn(ctx);
  const cells = await sumPurchases(ctx.tx, buyer.id);
  const own = cells.filter((cell) => cell.year === year);
  const contracts = await listPurchases(ctx.tx, { buyerId: buyer.id, year, figure: 'all', directorateId: null });
  const head = {
    title: `${say('title', { buyer: buyer.name })} - ${year}`,
    notes: [say('note'), say('source.register'), say('made', { day: ctx.today })],
  };
  const text = (key: string) => ({ header: say(key), kind: 'text' as const });
  const tables: WrittenTable[] = [
    { ...head, sheet: say('sheet.figures'), ...figuresTable(say, ctx, own, spendFigures) },
    {
      ...{ ...head, sheet: say('sheet.directorates') },
      ...linesTable(
        say,
        text('directorate'),
        [...Map.groupBy(own, ({ directorateId }) => directorateId).values()].map((some) => [
          some[0]?.directorateName ?? say('noDirectorate'),
          some,
        ]),
      ),
    },
    {
      ...{ ...head, sheet: say('sheet.years') },
      ...linesTable(
        say,
        text('year'),
        [...Map.groupBy(cells, (cell) => cell.year)].map(([one, some]) => [
          one === null ? say('noYear') : String(one),
          some,
        ]),
      ),
    },
    {
      ...{ ...head, sheet: say('sheet.contracts'), sumsAs: say('name.all') },
      columns: [
        ...['reference', 'object', 'directorate'].map(text),
        { header: say('notifiedOn'), kind: 'day' },
        text('kind'),
        { header: say('amount'), kind: 'money' },
      ],
      rows: contracts.map((row) => [
        ...[row.reference, row.object, row.directorateName, row.notifiedOn, say(`name.${row.social}`), row.amountCents],
      ]),
    },
  ];
  return { file: await writeTables(tables), buyerId: buyer.id, rows: contracts.length };
}

/** The indicators of a buyer for a year, and what the register does not know, said as such. */
export async function writeScheme(ctx: Ctx, asked: { buyerId?: string | undefined; year: number }): Promise<Made> {
  const seen = await readScheme(ctx, asked);
  const { year, buyer, hours } = seen;
  const say = sayIn(ctx);
  const { locale } = ctx;
  const cells = await sumPurchases(ctx.tx, buyer.id, year);
  const figures: PurchaseFigure[] = [...new Set<PurchaseFigure>([...schemeFigures, ...censusFigures])];
  const notes = [
    say('scheme.floor', {
      ...{ floorCents: seen.schemeFloorCents, knownCents: seen.all.amountCents, value: String(year) },
    }),
    say('scheme.reapLaw', { floorCents: seen.censusFloorCents }),
    seen.nationalBps === null
      ? say('scheme.noNational')
      : say('scheme.national', { share: formatShare(seen.nationalBps, locale) }),
    say('scheme.aim', { share: formatShare(seen.nationalAimBps, locale) }),
    ...[say('note'), say('made', { day: ctx.today })],
  ];
  const title = say('scheme.title', { year: String(year), buyer: buyer.name });
  const people = hours.people === null ? say('scheme.kept') : String(hours.people);
  const tables: WrittenTable[] = [
    { sheet: say('sheet.scheme'), title, notes, ...figuresTable(say, ctx, cells, figures) },
    {
      ...{ sheet: say('scheme.hours'), title, notes: [say('source.hours')] },
      columns: (['figure', 'value', 'definition'] as const).map((key) => ({ header: say(key), kind: 'text' })),
      rows: [
        [
          say('scheme.validated'),
          String(hours.validated / 100),
          say('scheme.validatedHow', { exceptionalCentihours: hours.exceptional }),
        ],
        [say('scheme.fte'), String(hours.fteHundredths / 100), say('scheme.fteHow', { value: String(hours.fteHours) })],
        [say('scheme.people'), people, say('scheme.peopleHow')],
        [say('scheme.hourContracts'), String(hours.contracts), say('scheme.hourContractsHow')],
      ],
    },
    {
      ...{ sheet: say('sheet.unknown'), title, notes: [] },
      columns: [{ header: say('unknowable'), kind: 'text' }],
      rows: unknowable.map((what) => [say(`unknowable.${what}`)]),
    },
  ];
  return { file: await writeTables(tables), buyerId: buyer.id, rows: figures.length };
}

/** A row for each figure: what it counts, what it is a share of, how it is defined, where it comes from. */
function figuresTable(
  say: Say,
  { locale }: Context,
  cells: readonly PurchaseCell[],
  figures: readonly PurchaseFigure[],
): Pick<WrittenTable, 'columns' | 'rows'> {
  const share = (bps: number | null) => (bps === null ? null : formatShare(bps, locale));
  const text = (key: string) => ({ header: say(key), kind: 'text' as const });
  const number = (key: string) => ({ header: say(key), kind: 'number' as const });
  const row = (figure: PurchaseFigure, { sum, of, contractsBps, amountBps }: PurchaseShare) => {
    const base = denominatorOf[figure];
    return [
      ...[say(`name.${figure}`), sum.contracts, sum.amountCents, sum.withoutAmount],
      ...[base ? say(`name.${base}`) : null, of?.contracts ?? null, of?.amountCents ?? null],
      ...[share(contractsBps), share(amountBps), say(`how.${figure}`), say('source.register')],
    ];
  };
  return {
    columns: [
      ...[
        text('figure'),
        number('contracts'),
        { header: say('amount'), kind: 'money' as const },
        number('withoutAmount'),
      ],
      ...[text('of'), number('ofCount'), { header: say('ofAmount'), kind: 'money' as const }],
      ...['shareCount', 'share', 'definition', 'source'].map(text),
    ],
    rows: figures.map((figure) => row(figure, shareOf(cells, figure))),
  };
}

/** A row for each directorate or year: the euros of each figure. */
function linesTable(
  say: Say,
  first: WrittenTable['columns'][number],
  lines: readonly (readonly [string, readonly PurchaseCell[]])[],
): Pick<WrittenTable, 'columns' | 'rows'> {
  return {
    columns: [first, ...spendFigures.map((figure) => ({ header: say(`name.${figure}`), kind: 'money' as const }))],
    rows: lines.map(([name, some]) => [name, ...spendFigures.map((figure) => shareOf(some, figure).sum.amountCents)]),
  };
}
