import type { Database } from '@jonction/db/client';
import { normaliseRecord } from '@jonction/documents/decp/normalise';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { contractKey } from '@jonction/documents/decp/stored';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import { registerBatch } from '../../contract/register-batch.ts';

interface Known {
  reference: string;
  object: string;
  cpv: string | null;
  amountCents: number;
  notifiedOn: Day;
  buyer: string;
  buyerName: string;
  holder: string | null;
  holderName: string | null;
}

const system = { kind: 'system' } as const;
const said = (text: string) => ({ considerationSociale: [text] });

/**
 * What buyers of the demonstration publish: two contracts under the team's own number with amendments to accept, three under a number
 * of the platform, of which one is less sure, and three that the team does not follow - with a clause, without, and silent.
 */
export async function publishContracts({ database, today }: { database: Database; today: Day }): Promise<void> {
  const { client } = database;
  const [there] = await client`select 1 from contract where source = 'decp' limit 1`;
  if (there) return;
  await client`
    update organisation o set identifier_kind = 'SIRET', identifier = n.siret
    from (select id, '9901' || lpad((row_number() over (order by kind, name))::text, 5, '0') || '00018' as siret
          from organisation where kind in ('buyer', 'employer') and identifier is null) n
    where o.id = n.id`;
  const known = await client<Known[]>`
    select c.reference, c.object, c.cpv, c.amount_cents::float8 as "amountCents", c.notified_on::text as "notifiedOn",
           b.identifier as buyer, b.name as "buyerName", f.identifier as holder, f.name as "holderName"
    from contract c join organisation b on b.id = c.buyer_id
    left join lateral (select o.identifier, o.name from lot_holder h join organisation o on o.id = h.organisation_id
      where h.contract_id = c.id order by h.lead desc, o.id limit 1) f on true
    where c.status in ('notified', 'active', 'stopped', 'suspended') order by c.number limit 6`;
  const raws = known.flatMap((contract, at) => recordsOf(contract, at, today));
  const batch = new Map<string, [DecpRecord, ...DecpRecord[]]>();
  for (const raw of raws) {
    const record = normaliseRecord(raw, '');
    if (!Array.isArray(record)) batch.set(contractKey(record), [record]);
  }
  if (batch.size > 0) await database.as(system, (tx) => registerBatch(tx, batch, today));
}

function recordsOf(contract: Known, at: number, today: Day): Record<string, unknown>[] {
  const publishedOn = addDays(today, -4);
  const record = (changes: Record<string, unknown>) => ({
    ...{ nature: 'Marché', procedure: 'Appel d’offres ouvert', objet: contract.object, codeCPV: contract.cpv },
    acheteur: { id: contract.buyer, nom: contract.buyerName },
    titulaires: contract.holder
      ? [{ titulaire: { typeIdentifiant: 'SIRET', id: contract.holder, denominationSociale: contract.holderName } }]
      : [],
    ...{ dateNotification: contract.notifiedOn, montant: contract.amountCents / 100, dureeMois: 36 },
    ...{ datePublicationDonnees: publishedOn, lieuExecution: { code: '75013', typeCode: 'Code postal' } },
    considerationsSociales: said('Clause sociale'),
    ...changes,
  });
  const platform = `S${contract.notifiedOn.slice(2, 4)}${String(4_071 + at * 37)}`;
  const amendment = { id: 1, dateNotificationModification: addDays(today, -9), datePublicationDonnees: publishedOn };
  if (at === 0) {
    const longer = { ...amendment, dureeMois: 60, objetModification: 'Prolongation de deux ans' };
    return [
      record({ id: contract.reference, modifications: [{ modification: longer }] }),
      ...unfollowed(record, today),
    ];
  }
  if (at === 1) {
    const dearer = {
      ...{ ...amendment, montant: Math.round(contract.amountCents / 90) },
      objetModification: 'Prestations supplémentaires',
    };
    return [record({ id: contract.reference, modifications: [{ modification: dearer }] })];
  }
  if (at === 2) return [record({ id: platform, considerationsSociales: undefined })];
  if (at === 3) {
    const amount = Math.round((contract.amountCents * 1.04) / 100);
    return [record({ id: platform, montant: amount, dateNotification: addDays(contract.notifiedOn, 6) })];
  }
  if (at === 4) return [record({ id: platform, titulaires: [], dateNotification: addDays(contract.notifiedOn, 20) })];
  return [];
}

/** Published by a buyer of the team, on the same days, and followed by nobody. */
function unfollowed(
  record: (changes: Record<string, unknown>) => Record<string, unknown>,
  today: Day,
): Record<string, unknown>[] {
  const none = { considerationsSociales: said('Pas de considération sociale') };
  const other = (id: string, objet: string, codeCPV: string, montant: number, months: number) =>
    record({ ...{ id, objet, codeCPV, montant, titulaires: [] }, dateNotification: addMonths(today, -months) });
  return [
    other('S9001', 'Restauration collective des écoles maternelles', '55524000', 1_840_000, 7),
    { ...other('S9002', 'Maintenance des ascenseurs', '50750000', 212_000, 9), ...none },
    {
      ...other('S9003', 'Transport scolaire, secteur nord', '60130000', 640_000, 11),
      considerationsSociales: undefined,
    },
  ];
}
