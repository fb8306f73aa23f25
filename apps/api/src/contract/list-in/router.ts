import { applyImport } from './apply-import.ts';
import { listImports } from './list-imports.ts';
import { mapImport } from './map-import.ts';
import { previewImport } from './preview-import.ts';
import { showImport } from './show-import.ts';
import { stopImport } from './stop-import.ts';
import { undoImport } from './undo-import.ts';

/** A team's list of contracts, from its file to the register and out again. */
export const listInProcedures = {
  ...{ previewImport, mapImport, applyImport, stopImport, undoImport },
  ...{ showImport, listImports },
};
