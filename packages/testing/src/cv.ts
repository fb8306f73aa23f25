import type { Tx } from '@jonction/db/client';
import { cv } from '@jonction/db/cv/tables';

type CvRow = typeof cv.$inferInsert;

/** The current, confirmed CV of somebody, unless traits say otherwise. */
export async function makeCv(
  tx: Tx,
  traits: Partial<CvRow> & { participantId: string; structureId: string },
): Promise<{ id: string }> {
  const [row] = await tx
    .insert(cv)
    .values({
      title: 'Agente de propreté',
      romeCode: 'K2204',
      status: 'confirmed',
      current: true,
      confirmedOn: '2026-01-15',
      content: {
        occupations: [{ code: 'K2204', months: 24 }],
        skills: [{ skill: 'monobrosse', label: 'monobrosse' }],
        licences: [],
        languages: [{ code: 'fr', level: 'B2', levelText: null }],
        experience: [{ label: 'Agente de propreté', from: '2022-03', to: '2024-02' }],
        summary: null,
      },
      ...traits,
    })
    .returning({ id: cv.id });
  if (!row) throw new Error('the CV was not kept');
  return row;
}
