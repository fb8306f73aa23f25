import { hourKinds } from '@jonction/domain/hours/line';
import { preferredChannels } from '@jonction/domain/participant/status';
import { noticeKinds } from '@jonction/domain/positioning/notice';
import { pageNews, waitingGroups } from '@jonction/domain/report/today';
import { z } from 'zod';

const common = {
  id: z.string(),
  group: z.enum(waitingGroups),
  isNew: z.boolean(),
  /** The day it began to wait; of a meeting, its day. */
  since: z.string(),
  /** The instant of a meeting. */
  at: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
};

const moving = {
  ...common,
  participantId: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  employerName: z.string(),
  offerId: z.string().nullable(),
  offerTitle: z.string().nullable(),
};

export const todayItemShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meeting'), ...moving }),
  z.object({ kind: z.literal('outcome'), ...moving }),
  z.object({ kind: z.literal('hired'), ...moving }),
  z.object({ kind: z.literal('prepare'), ...moving }),
  z.object({ kind: z.literal('cvNews'), ...moving, news: z.enum(noticeKinds) }),
  z.object({
    kind: z.literal('recommendation'),
    ...common,
    partnerName: z.string(),
    /** Since when one of them has had no status at all; null when each was taken up. */
    silentSince: z.string().nullable(),
    count: z.number(),
    names: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('hours'),
    ...common,
    kinds: z.array(z.enum(hourKinds)),
    decides: z.boolean(),
    lines: z.number(),
    contracts: z.number(),
    employerNames: z.array(z.string()),
    phone: z.string().nullable(),
    centihours: z.number(),
    from: z.string(),
    to: z.string(),
  }),
  z.object({
    kind: z.literal('proposed'),
    ...common,
    title: z.string(),
    employerName: z.string(),
    positions: z.number(),
    placeLabel: z.string(),
  }),
  z.object({
    kind: z.enum(['silent', 'slow']),
    ...common,
    employerName: z.string(),
    offerId: z.string().nullable(),
    offerTitle: z.string().nullable(),
    phone: z.string().nullable(),
    cvs: z.number(),
    waiting: z.number(),
    workingDays: z.number(),
  }),
  z.object({ kind: z.literal('found'), ...common, name: z.string(), count: z.number() }),
  z.object({
    kind: z.literal('page'),
    ...common,
    participantId: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    what: z.enum(pageNews),
    count: z.number(),
    offerTitle: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('reach'),
    ...common,
    name: z.string(),
    phone: z.string().nullable(),
    channel: z.enum(preferredChannels),
    count: z.number(),
  }),
  z.object({
    kind: z.literal('follow'),
    ...common,
    name: z.string(),
    phone: z.string().nullable(),
    nextAction: z.string().nullable(),
  }),
  z.object({
    kind: z.enum(['stillOpen', 'aside']),
    ...common,
    /** The day the company was asked by a letter. */
    askedOn: z.string().nullable(),
    title: z.string(),
    employerName: z.string(),
  }),
  z.object({
    kind: z.literal('ended'),
    ...common,
    title: z.string(),
    employerName: z.string(),
    answer: z.enum(['filled', 'closed']),
  }),
  z.object({
    kind: z.literal('due'),
    ...common,
    contractId: z.string(),
    object: z.string(),
    lotNumber: z.string().nullable(),
    before: z.number(),
    after: z.number(),
  }),
  z.object({
    kind: z.literal('risk'),
    ...common,
    contractId: z.string(),
    object: z.string(),
    lotNumber: z.string().nullable(),
    /** False: it is at risk no more. */
    atRisk: z.boolean(),
    forecastCentihours: z.number(),
    dueHours: z.number(),
  }),
  z.object({ kind: z.literal('closing'), ...common, month: z.string(), by: z.string().nullable() }),
  z.object({
    kind: z.literal('prospect'),
    ...common,
    name: z.string(),
    phone: z.string().nullable(),
    nextAction: z.string(),
  }),
  z.object({
    kind: z.literal('newcomers'),
    ...common,
    title: z.string(),
    employerName: z.string(),
    count: z.number(),
    names: z.array(z.string()),
    /** The night that the last one is compared with. */
    previousOn: z.string(),
  }),
]);

export const todayShape = z.object({
  day: z.string(),
  items: z.array(todayItemShape),
  counts: z.object({ decide: z.number(), late: z.number(), coming: z.number(), fresh: z.number() }),
  figures: z.object({
    openOffers: z.number(),
    hires: z.number(),
    cvsSent: z.number(),
    stale: z.number(),
    cvsDue: z.number(),
  }),
});
