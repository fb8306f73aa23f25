import { closeMonth } from './close-month.ts';
import { listClosings } from './list-closings.ts';
import { proposeClosing } from './propose-closing.ts';
import { reopenMonth } from './reopen-month.ts';
import { showClosing } from './show-closing.ts';

export const closingProcedures = { listClosings, showClosing, proposeClosing, closeMonth, reopenMonth };
