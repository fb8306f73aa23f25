import type { participantsForm } from '@jonction/documents/sheet/participants-form';
import type { Foreseen, RowProblem } from '@jonction/domain/participant/import';
import { cefrLevels } from '@jonction/domain/reference/language';
import { licenceLabel } from '@jonction/domain/reference/licence';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatPhone } from '@jonction/domain/shared/phone';
import { formatDay } from '@jonction/domain/shared/typography';
import { type BatchWorld, personOf, type ResolvedRow, resolve, worldOf } from './apply-batch.ts';
import { addedTo, type Change, changeOf, consentsNow } from './change-person.ts';
import { type Known, KnownPeople } from './known.ts';
import { asKnown } from './new-people.ts';

type Field = (typeof participantsForm.fields)[number]['key'];
type Told = Omit<Foreseen['changes'][number], 'field'> & { field: Field };

export interface ForeseenRow {
  outcome: Foreseen['outcome'];
  changes: Told[];
  compared: Field[];
  problems: RowProblem[];
}

/**
 * What entering some rows would do, each after those above it: nothing is written, and the vault stays closed, so that a group is only
 * said to be compared. Null: a row that cannot enter.
 */
export async function foresee(
  of: Pick<BatchWorld, 'tx' | 'vault' | 'structureId' | 'userId' | 'today'>,
  cells: readonly unknown[],
  locale: Locale,
): Promise<(ForeseenRow | null)[]> {
  const people = cells.map(personOf);
  const read = people.filter((person) => person !== null);
  if (read.length === 0) return people.map(() => null);
  const known = await KnownPeople.read(of.tx, of.structureId, read);
  const world = await worldOf(of, read);
  return people.map((person) => {
    if (person === null) return null;
    const { resolved, problems } = resolve(person, world);
    const same = known.find(person);
    if (same === null) {
      known.add(asKnown(resolved, ''));
      return { outcome: 'created', changes: [], compared: [], problems };
    }
    const change = changeOf(world, same, resolved);
    const changes = changesOf(world, same, resolved, { change, locale });
    Object.assign(same, change);
    same.occupations.push(...addedTo(same, resolved));
    same.diffusionConsent ||= consentsNow(same, person);
    const proves = person.category !== null && person.evidenceIssuedOn !== null;
    return {
      outcome: changes.length > 0 ? 'updated' : 'unchanged',
      changes,
      compared: proves ? ['category'] : [],
      problems,
    };
  });
}

/** Cell by cell, as people read them. */
function changesOf(
  { table }: BatchWorld,
  known: Known,
  row: ResolvedRow,
  { change, locale }: { change: Change; locale: Locale },
): Told[] {
  const told: Told[] = [];
  const tell = <Value>(
    field: Field,
    before: Value | null,
    after: Value | null | undefined,
    say: (value: Value) => string,
  ) => {
    if (after === undefined || after === null || after === before) return;
    told.push({ field, before: before === null ? null : say(before), after: say(after) });
  };
  const asIs = (value: string) => value;
  const day = (value: string) => formatDay(value, locale);
  tell('lastName', known.lastName, change.lastName, asIs);
  tell('firstName', known.firstName, change.firstName, asIs);
  tell('birthDate', known.birthDate, change.birthDate, day);
  tell('phone', known.phone, change.phone, formatPhone);
  tell('email', known.email, change.email, asIs);
  tell('postalCode', known.postalCode, change.postalCode, asIs);
  const trades = addedTo(known, row).map((code) => table.labelOf(code));
  if (trades.length > 0) tell('occupations', null, trades.join(', '), asIs);
  const more = (change.licences ?? []).filter((code) => !(known.licences ?? []).includes(code));
  if (more.length > 0) tell('licences', null, more.map((code) => licenceLabel(code, locale)).join(', '), asIs);
  tell('frenchLevel', known.frenchLevel, change.frenchLevel, (rank) => cefrLevels[rank - 1] ?? '0');
  tell('availableFrom', known.availableFrom, change.availableFrom, day);
  tell('radiusKm', known.radiusMetres, change.radiusMetres, (metres) => `${metres / 1000} km`);
  if (change.recommendedByOrganisationId) tell('prescriber', null, row.person.prescriber, asIs);
  if (consentsNow(known, row.person)) tell('consentOn', null, row.person.consentOn, day);
  return told;
}
