import type { PurchaseFigure } from '@jonction/domain/report/purchase';

/** Where the rows of a figure are: `home/figure?annee=2025&direction=`; `sans` for contracts notified on no known day. */
export function purchaseHref(
  home: string,
  figure: PurchaseFigure,
  of: { year: number | null; directorateId?: string | null },
): string {
  const query = new URLSearchParams({ annee: of.year === null ? 'sans' : String(of.year) });
  if (of.directorateId !== undefined) query.set('direction', of.directorateId ?? 'aucune');
  return `${home}/${figure}?${query}`;
}
