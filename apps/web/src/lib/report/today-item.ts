import type { Api } from '#lib/server/api.ts';

type Today = Awaited<ReturnType<Api['report']['today']['query']>>;
export type TodayItem = Today['items'][number];

/** Where a row opens: the screen on which it is settled. */
export function hrefOf(item: TodayItem): string {
  switch (item.kind) {
    case 'recommendation':
      return '/facilitateur/participants/recommandations';
    case 'hours':
      return `/facilitateur/heures#groupe-${item.id.replaceAll(' ', '.')}`;
    case 'proposed':
      return `/facilitateur/offres/${item.id}?vue=fiche`;
    case 'hired':
      return item.offerId
        ? `/facilitateur/offres/${item.offerId}?vue=envois`
        : `/facilitateur/participants/${item.participantId}`;
    case 'meeting':
    case 'outcome':
      return item.offerId
        ? `/facilitateur/offres/${item.offerId}?vue=envois&reponse=${item.id}`
        : `/facilitateur/participants/${item.participantId}`;
    case 'prepare':
      return `/facilitateur/envois/cv/${item.id}#entretien`;
    case 'cvNews':
      return `/facilitateur/envois/cv/${item.id}`;
    case 'silent':
    case 'slow':
      return `/facilitateur/envois/${item.id}`;
    case 'found':
      return `/facilitateur/participants/recherches/${item.id}`;
    case 'page':
      return `/facilitateur/participants/${item.participantId}/lien`;
    case 'reach':
      return `/facilitateur/participants/a-joindre?par=${item.channel}#personne-${item.id}`;
    case 'follow':
      return `/facilitateur/participants/${item.id}`;
    case 'stillOpen':
      return `/facilitateur/offres/${item.id}?vue=fiche&silence=oui`;
    case 'aside':
    case 'ended':
      return `/facilitateur/offres/${item.id}?vue=fiche`;
    case 'due':
    case 'risk':
      return `/facilitateur/marches/${item.contractId}/heures-dues/${item.id}`;
    case 'closing':
      return `/facilitateur/heures/clotures/${item.month}`;
    case 'prospect':
      return `/facilitateur/prospection/${item.id}`;
    case 'newcomers':
      return `/facilitateur/offres/${item.id}#nouvelles`;
  }
}

/** The views of the home, by the word of the address. */
export const todayViews = [
  { name: 'tout', key: 'today.all', holds: () => true },
  { name: 'a-decider', key: 'today.decide', holds: (item: TodayItem) => item.group === 'decide' },
  { name: 'en-retard', key: 'today.late', holds: (item: TodayItem) => item.group === 'late' },
  { name: 'a-venir', key: 'today.coming', holds: (item: TodayItem) => item.group === 'coming' },
  { name: 'nouveau', key: 'today.fresh', holds: (item: TodayItem) => item.isNew },
] as const;
export type TodayView = (typeof todayViews)[number];

export function readTodayView(name: string | null): TodayView {
  return todayViews.find((view) => view.name === name) ?? todayViews[0];
}
