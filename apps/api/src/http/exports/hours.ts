import { staffRoles } from '@jonction/domain/access/role';
import { hourStatuses } from '@jonction/domain/hours/outcome';
import type { Day } from '@jonction/domain/shared/day';
import { writeLines } from '../../hours/write-lines.ts';
import { writeMonth } from '../../hours/write-month.ts';
import { dayOf, exportRoute, monthOf } from './export-route.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The lines of a filter, for the team and for a company that reads its own. */
export const linesExport = exportRoute({
  who: ['employer', ...staffRoles],
  asked: (c) => {
    const named = (name: string) => (uuid.test(c.req.query(name) ?? '') ? c.req.query(name) : undefined);
    const month = monthOf(c.req.query('mois'));
    const [contractId, placementId, employerId] = [named('marche'), named('embauche'), named('entreprise')];
    const status = hourStatuses.find((known) => known === c.req.query('etat'));
    const filter = {
      ...(month ? { month } : {}),
      ...(status ? { status } : {}),
      ...(contractId ? { contractId } : {}),
      ...(placementId ? { placementId } : {}),
      ...(employerId ? { employerId } : {}),
      ...(c.req.query('tard') === 'oui' ? { late: true } : {}),
    };
    return { filter, month, knownOn: dayOf(c.req.query('connu')) };
  },
  write: async ({ tx, locale, today }, { filter, month, knownOn }) => ({
    file: await writeLines(tx, filter, { locale, today, knownOn }),
    audit: { action: 'hours.exportLines', facts: { month: month ?? null, knownOn } },
  }),
  name: ({ month, knownOn }) => fileName('lignes', month, knownOn),
});

/** A month with its sums, frozen or not. */
export const monthExport = exportRoute({
  who: staffRoles,
  asked: (c) => {
    const month = monthOf(c.req.query('mois'));
    return month ? { month, knownOn: dayOf(c.req.query('connu')) } : null;
  },
  write: async ({ tx, locale, today }, { month, knownOn }) => ({
    file: await writeMonth(tx, month, { locale, today, knownOn }),
    audit: { action: 'hours.exportMonth', facts: { month, knownOn } },
  }),
  name: ({ month, knownOn }) => fileName('mois', month, knownOn),
});

function fileName(what: string, month: string | undefined, knownOn: Day | null): string {
  return `${['heures', what, month, knownOn ? `connues-le-${knownOn}` : undefined].filter(Boolean).join('-')}.xlsx`;
}
