import type { Database } from '@jonction/db/client';
import { texts2020 } from '@jonction/domain/legal/texts-2020';
import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** What the library holds of this year, besides the texts of 2020. */
const note = {
  title: 'Condition sociale au-dessus des seuils européens',
  source: 'code de la commande publique, article L2112-2-1',
  summary:
    'Au-dessus des seuils européens, un marché comporte une condition sociale, notamment pour les personnes éloignées de l’emploi. Qui s’en écarte écrit pourquoi dans le dossier du marché.\n\nÉcrivez-nous quatre semaines avant de publier : nous calibrons la clause avec vous.',
  ...{ url: null, fileId: null, keepFile: false, validFrom: '2026-08-22', validTo: null },
  ...{ scope: 'national' as const, scopeWords: null, scopeBuyerId: null },
};

/** A library of some texts, one of them sent to buyers: the one who has an account has opened it. */
export async function keepTexts(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [there] = await database.client`select 1 from legal_text limit 1`;
  if (there) return;
  const { legal } = stage(cast.facilitator, addDays(today, -9));
  const taken = new Map<string, string>();
  for (const { code } of texts2020.slice(0, 4)) taken.set(code, (await legal.adopt({ code })).textId);
  // A world of the spring of 2020 knows nothing of this year's.
  const ordinance = taken.get('ordonnance-2020-319') ?? '';
  const { textId } =
    today < note.validFrom ? { textId: ordinance } : await legal.save({ ...note, textId: null, version: null });
  const { buyers } = await legal.show({ textId });
  const reached = buyers.filter(({ address, held }) => address !== null && held === null).slice(0, 4);
  if (reached.length === 0) return;
  await legal.send({ textId, buyerIds: reached.map(({ buyerId }) => buyerId), note: null });
  const own = stage(cast.buyer, addDays(today, -7)).legal;
  const [received] = await own.listReceived();
  if (received) await own.openReceived({ versionId: received.id });
}
