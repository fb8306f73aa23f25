import { saveHourSetting, showHourSetting } from './hour-setting.ts';
import { importInvoices, previewInvoices } from './import-invoices.ts';
import { addPart, affirmPart } from './parts.ts';
import { recordBill, removeBill } from './record-bill.ts';
import { showObligation } from './show-obligation.ts';

export const obligationProcedures = {
  showObligation,
  recordBill,
  removeBill,
  addPart,
  affirmPart,
  previewInvoices,
  importInvoices,
  showHourSetting,
  saveHourSetting,
};
