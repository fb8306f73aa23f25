import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { censusExport } from './exports/census.ts';
import { linesExport, monthExport } from './exports/hours.ts';
import { listExport } from './exports/list.ts';
import { purchasesExport, schemeExport } from './exports/purchases.ts';
import { activityExport, consolidationExport } from './exports/report.ts';

/**
 * What a page shows, whole, as a file; each one is logged. `GET /api/exports/lines?mois=&etat=&marche=&embauche=&entreprise=&connu=`
 * and `month?mois=&connu=`: hours as known on a day; `activity?du=&au=&connu=`: the report with the rows behind each figure;
 * `consolidation?annee=&connu=`: the year as the network collects it, for the lead; `purchases` and
 * `scheme?annee=&acheteur=`: what a buyer bought, and its indicators; `POST census`: the census as a sheet that may come
 * back; `POST list`: any list in the columns chosen, streamed.
 */
export function exportsRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono()
    .get('/lines', linesExport(contextOf))
    .get('/month', monthExport(contextOf))
    .get('/activity', activityExport(contextOf))
    .get('/consolidation', consolidationExport(contextOf))
    .get('/purchases', purchasesExport(contextOf))
    .get('/scheme', schemeExport(contextOf))
    .post('/census', censusExport(contextOf))
    .post('/list', listExport(contextOf));
}
