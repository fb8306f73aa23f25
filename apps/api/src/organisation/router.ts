import { router } from '../trpc.ts';
import { create } from './create.ts';
import { rename } from './rename.ts';
import { search } from './search.ts';
import { show } from './show.ts';

export const organisationRouter = router({ search, create, rename, show });
