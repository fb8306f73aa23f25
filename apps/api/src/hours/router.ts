import { router } from '../trpc.ts';
import { closingProcedures } from './closing/router.ts';
import { decide } from './decide.ts';
import { declare } from './declare.ts';
import { describeMonth } from './describe-month.ts';
import { effortProcedures } from './effort/router.ts';
import { exchangeProcedures } from './exchange/router.ts';
import { gauge } from './gauge.ts';
import { importSheet } from './import-sheet.ts';
import { lateProcedures } from './late/router.ts';
import { listClaims } from './list-claims.ts';
import { listLines } from './list-lines.ts';
import { listMonths } from './list-months.ts';
import { listPolicies } from './policies.ts';
import { policyProcedures } from './policy/router.ts';
import { previewSheet } from './preview-sheet.ts';
import { showLine } from './show-line.ts';
import { showMonth } from './show-month.ts';
import { tray } from './tray.ts';

export const hoursRouter = router({
  listMonths,
  describeMonth,
  declare,
  previewSheet,
  importSheet,
  listLines,
  showLine,
  listClaims,
  tray,
  decide,
  showMonth,
  gauge,
  listPolicies,
  ...effortProcedures,
  ...exchangeProcedures,
  ...lateProcedures,
  ...policyProcedures,
  ...closingProcedures,
});
