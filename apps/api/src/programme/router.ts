import { router } from '../trpc.ts';
import { act } from './act.ts';
import { correct } from './correct.ts';
import { exempt } from './exempt.ts';
import { follow } from './follow.ts';
import { importSheet, previewSheet } from './import-sheet.ts';
import { list } from './list.ts';
import { notify } from './notify.ts';
import { countPeople } from './people.ts';
import { plan } from './plan.ts';
import { ofContract, show } from './show.ts';
import { size } from './size.ts';
import { writeText } from './write-text.ts';

export const programmeRouter = router({
  ...{ list, show, ofContract, plan, correct, act, exempt, follow },
  ...{ countPeople, size, writeText, notify, previewSheet, importSheet },
});
