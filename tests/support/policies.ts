import type { Person } from './people.ts';

type Client = Person['client'];
type Content = Parameters<Client['hours']['saveDraft']['mutate']>[0]['content'];

/** A policy begun and written by somebody; `settled` waits for the jobs. */
export async function writeDraft(
  who: Pick<Person, 'client'>,
  structureId: string,
  given: Partial<Content> = {},
): Promise<string> {
  const { hours } = who.client;
  const { draftId } = await hours.startDraft.mutate({ from: 'nothing' });
  await hours.saveDraft.mutate({ draftId, version: 1, content: { ...sickCounts(structureId), ...given } });
  return draftId;
}

/** Sick leave paid by the social security counts in April 2020, with its paper; nothing else is said. */
export function sickCounts(structureId: string): Content {
  return {
    title: 'Arrêts maladie d’avril 2020',
    source: 'Note de service de la structure, 20 avril 2020',
    note: null,
    scope: { level: 'structure', id: structureId },
    validFrom: '2020-04-01',
    validTo: '2020-04-30',
    rules: [
      {
        id: 'arret-avril',
        kinds: ['sick_leave'],
        payer: 'social_security',
        evidence: ['benefit_statement'],
        outcome: 'validate',
      },
    ],
  };
}

/** Tries a draft and waits for what it would move. */
export async function tryDraft(who: Pick<Person, 'client'>, draftId: string, settled: () => Promise<void>) {
  const { runId } = await who.client.hours.simulatePolicy.mutate({ draftId });
  await settled();
  return who.client.hours.showRun.query({ runId });
}

/** Publishes a draft that was tried, and waits until the hours are judged again. */
export async function publishTried(who: Pick<Person, 'client'>, draftId: string, settled: () => Promise<void>) {
  const { runId } = await who.client.hours.publishDraft.mutate({ draftId });
  await settled();
  return who.client.hours.showRun.query({ runId });
}
