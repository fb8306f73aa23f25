import type { Database } from '@jonction/db/client';
import { savedFiltersSchema } from '@jonction/domain/bank/search';
import type { Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** What a team keeps of its bank: searches with an alert that waits for who arrives, a pool of every year, lists of people. */
export async function keepInBank(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [known] = await database.client`select 1 from saved_search limit 1`;
  if (known) return;
  const facilitator = stage(cast.facilitator, today);
  const lead = stage(cast.lead, today);
  const searches = [
    { name: 'Disponibles, d’accord, CV à jour', shared: true, filters: { status: 'available', consents: true } },
    { name: 'Propreté, permis B', shared: false, filters: { occupations: ['K2204'], licences: ['B'] } },
    { name: 'CV à confirmer au téléphone', shared: true, filters: { status: 'available', confirmed: 'due' } },
  ] as const;
  for (const [place, { name, shared, filters }] of searches.entries()) {
    const kept = { name, shared, filters: savedFiltersSchema.parse(filters) };
    const { searchId } = await facilitator.bank.saveSearch(kept);
    if (place === 0) await facilitator.bank.setAlert({ searchId, pace: 'daily' });
  }
  await lead.bank.pinPool({ code: 'A1203', pinned: true });
  const lists = [
    { name: 'Propreté du soir', code: 'K2204', note: 'Préfère commencer après 17 h.' },
    { name: 'Espaces verts, saison prochaine', code: 'A1203', note: 'A sa paire de chaussures de sécurité.' },
  ];
  for (const { name, code, note } of lists) {
    const people = await database.client<{ id: string }[]>`
      select p.id from participant p join participant_occupation o on o.participant_id = p.id and o.rome_code = ${code}
      order by p.number limit 5`;
    const participantIds = people.map(({ id }) => id);
    const [first] = participantIds;
    if (first === undefined) continue;
    const { shortlistId } = await facilitator.bank.createShortlist({ name, participantIds });
    await facilitator.bank.noteInShortlist({ shortlistId, participantId: first, note });
  }
}
