import { z } from 'zod';
import { censusColumns } from './columns.ts';
import { viewSearch } from './view-search.ts';

export const saveViewSchema = z.object({
  name: z.string().trim().min(1, { error: 'census.view_name_missing' }).max(60),
  /** For the whole team; else for oneself. */
  shared: z.boolean(),
  search: z
    .string()
    .max(1000)
    .transform((search) => viewSearch(new URLSearchParams(search))),
});

export const setColumnsSchema = z.object({ columns: z.array(z.enum(censusColumns)).max(censusColumns.length) });
