import { newToken } from '@jonction/api/access/token';
import { derogationSeal } from '@jonction/api/eligibility/derogate';
import { evidenceSeal } from '@jonction/api/eligibility/evidence';
import { regimeSeal } from '@jonction/api/eligibility/regimes';
import { invitation } from '@jonction/db/access/tables';
import { censusAnswer, censusChange, censusColumnsOf, censusView } from '@jonction/db/census/tables';
import type { Tx } from '@jonction/db/client';
import { clausePart, invoice } from '@jonction/db/contract/obligation-tables';
import { eligibilityDerogation, eligibilityEvidence, eligibilityRegime } from '@jonction/db/eligibility/tables';
import { storedFile } from '@jonction/db/file/tables';
import { hourPolicyDraft, hourRun, hourRunLine } from '@jonction/db/hours/policy-tables';
import { hourDeclaration, hourEntry, hourLine } from '@jonction/db/hours/tables';
import { importRow, importRun } from '@jonction/db/import/tables';
import { message } from '@jonction/db/message/tables';
import { newId } from '@jonction/db/new-id';
import { offerLink } from '@jonction/db/offer/link-tables';
import { organisationContact } from '@jonction/db/organisation/contact-tables';
import { mergeInBase } from '@jonction/db/participant/merge';
import { participantProject } from '@jonction/db/participant/project-tables';
import { participant, participantSkill, recommendation } from '@jonction/db/participant/tables';
import { arrivalKit } from '@jonction/db/placement/arrival-tables';
import { placement } from '@jonction/db/placement/tables';
import { disclosure, positioning, push, pushLink } from '@jonction/db/positioning/tables';
import { positioningTransfer } from '@jonction/db/positioning/transfer-tables';
import { prospect, prospectNeed } from '@jonction/db/prospect/tables';
import { exportTemplate } from '@jonction/db/report/export-tables';
import { eq } from 'drizzle-orm';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { layOwnPage } from '../../support/own-page.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import type { Product } from '../../support/product.ts';
import { layBank } from './bank-rows.ts';
import { layCensus } from './census-rows.ts';
import { layCrisis } from './crisis-rows.ts';
import { layDeclaring } from './declaring-rows.ts';
import { layGroup } from './group-row.ts';
import { layLegal } from './legal-rows.ts';
import { layPenalty } from './penalty-row.ts';
import { layPlanned } from './planned-rows.ts';
import { layPublished } from './published-rows.ts';

/** Ids of the rows of one structure: what inputs of procedures name. */
export interface World {
  structureId: string;
  partnerId: string;
  employerId: string;
  buyerId: string;
  contractId: string;
  lotId: string;
  clauseId: string;
  participantId: string;
  /** Another person of the same structure, still free. */
  otherParticipantId: string;
  cvId: string;
  /** Two records that became one, and the one that went. */
  mergeId: string;
  mergedId: string;
  /** Somebody in the company of the offer. */
  contactPersonId: string;
  /** A company to see, and what it needs. */
  prospectId: string;
  needId: string;
  /** Contracts that the buyer plans, and lists of a year. */
  plannedId: string;
  awardedId: string;
  teamSheetId: string;
  recommendationId: string;
  evidenceId: string;
  /** An opinion that waits for a decision. */
  derogationId: string;
  /** A trade that she looks for, and a scheme that she is followed under. */
  projectId: string;
  regimeId: string;
  offerId: string;
  /** The link by which its company says whether it is still open. */
  offerToken: string;
  pushId: string;
  /** Another sending, whose link may die without ending the walk of the first. */
  sparePushId: string;
  positioningId: string;
  /** The company asks to pass the CV on. */
  transferId: string;
  placementId: string;
  lineId: string;
  /** A paper on the line, another that is brought and not attached, and a contest of its hours. */
  hourPaperId: string;
  hourFileId: string;
  contestId: string;
  /** What a company reported, and an opinion on its hours. */
  difficultyId: string;
  hourDerogationId: string;
  /** A paper asked of the company. */
  paperItemId: string;
  /** A document to sign, and somebody who is named on it. */
  signatureId: string;
  signerId: string;
  /** The link of a letter about a month. */
  hourToken: string;
  /** A policy being written, its ended trial, and a judgement that was stopped. */
  policyDraftId: string;
  /** A penalty before its buyer. */
  penaltyId: string;
  /** Another company of its group, and hours that it asks the first to take over. */
  peerId: string;
  hourTransferId: string;
  hourRunId: string;
  stoppedRunId: string;
  fileId: string;
  /** An invoice, a tranche that waits, and a sheet of invoices. */
  billId: string;
  partId: string;
  invoicesFileId: string;
  /** Something said of many contracts, a census that asks about them, and whom it asks. */
  changeId: string;
  /** A published contract, what was decided of another, and an amendment that was decided. */
  openId: string;
  pairId: string;
  amendmentId: string;
  amendmentKey: string;
  viewId: string;
  templateId: string;
  textId: string;
  textVersionId: string;
  campaignId: string;
  directorateId: string;
  /** An emergency that is written, and one in force. */
  crisisId: string;
  crisisInForceId: string;
  askId: string;
  messageId: string;
  importRunId: string;
  listRunId: string;
  invitationId: string;
  searchId: string;
  shortlistId: string;
  /** What somebody asked of the bank, and a word of the structure's own. */
  queryStems: string;
  ownWordId: string;
  membershipId: string;
  userId: string;
  /** The link to a person's own page, an offer she was asked about, a word of hers. */
  pageToken: string;
  proposalId: string;
  wordId: string;
  /** A name that nobody of another structure may ever read. */
  secretName: string;
}

export interface Side {
  world: World;
  people: Record<'facilitator' | 'lead' | 'administrator' | 'buyer' | 'employer' | 'partner', Person>;
  link: Record<string, string>;
  /** Somebody on her own page. */
  page: Record<string, string>;
}

/** One whole structure: everybody, and one row of everything. */
export async function makeSide(product: Product, name: string): Promise<Side> {
  const hiring = await makeHiring(product, name);
  const { structureId, employerId, made, offerId } = hiring;
  const at = { organisationId: structureId, structureId };
  const partnerId = await makeOrganisation(product, 'partner', `Mission locale ${name}`);
  const people = {
    facilitator: hiring.facilitator,
    employer: hiring.employer,
    lead: await makePerson(product, 'lead', at),
    administrator: await makePerson(product, 'administrator', at),
    buyer: await makePerson(product, 'buyer', { organisationId: made.buyerId, structureId }),
    partner: await makePerson(product, 'partner', { organisationId: partnerId, structureId }),
  };
  // Somebody whose access may be ended without stopping the walk.
  const spare = await makePerson(product, 'facilitator', at);
  const secretName = `Secret${name.replaceAll(/[^A-Za-z]/g, '')}`;
  const participantId = await makeCandidate(product, structureId, { lastName: secretName, birthDate: '1990-12-25' });
  const otherParticipantId = await makeCandidate(product, structureId, {
    lastName: `${secretName}-bis`,
    birthDate: '1991-01-01',
  });
  const rows = await layRows(product, { hiring, partnerId, participantId, secretName });
  const own = await layOwnPage(product, { structureId, participantId, offerId });
  return {
    people,
    link: { 'x-jonction-link': rows.token },
    page: own.headers,
    world: {
      ...own.ids,
      structureId,
      partnerId,
      employerId,
      offerId,
      participantId,
      otherParticipantId,
      secretName,
      buyerId: made.buyerId,
      contractId: made.contractId,
      lotId: made.lotId,
      clauseId: made.clauseId,
      ...(await layMerge(product, structureId, secretName)),
      ...(await layContact(product, structureId, employerId)),
      ...(await layOfferLink(product, structureId, offerId)),
      ...(await layProspect(product, structureId, secretName)),
      ...(await layDeclaring(product, {
        structureId,
        employerId,
        lineId: rows.ids.lineId,
        secretName,
        userId: people.lead.userId,
        contractId: made.contractId,
        clauseId: made.clauseId,
      })),
      ...(await layBank(product, { structureId, userId: people.facilitator.userId, participantId, secretName })),
      ...(await layPlanned(product, {
        ...{ structureId, buyerId: made.buyerId, secretName, buyerUserId: people.buyer.userId },
      })),
      ...(await layPenalty(product, { ...made, structureId, secretName })),
      ...(await layGroup(product, { ...made, structureId, employerId, secretName })),
      ...(await layCrisis(product, { structureId, secretName, userId: people.lead.userId })),
      ...(await layLegal(product, { ...made, structureId, secretName, userId: people.lead.userId })),
      ...(await layCensus(product, { ...made, structureId, secretName, userId: people.lead.userId })),
      ...(await layPublished(product, { ...made, structureId, secretName, userId: people.lead.userId })),
      membershipId: spare.membershipId,
      userId: spare.userId,
      ...rows.ids,
    },
  };
}

async function layProspect(product: Product, structureId: string, secretName: string) {
  const organisationId = await makeOrganisation(product, 'employer', `Toitures ${secretName}`);
  const [prospectId, needId] = [newId(), newId()];
  await product.system.as(system, async (tx) => {
    await tx.insert(prospect).values({ id: prospectId, structureId, organisationId });
    await tx.insert(prospectNeed).values({ id: needId, structureId, prospectId, title: 'Couvreur' });
  });
  return { prospectId, needId };
}

async function layOfferLink(product: Product, structureId: string, offerId: string) {
  const { token, hash } = newToken();
  const expiresAt = new Date(Date.now() + 1e9);
  await product.system.as(system, (tx) =>
    tx.insert(offerLink).values({ structureId, offerId, address: 'rh@entreprise.test', tokenHash: hash, expiresAt }),
  );
  return { offerToken: token };
}

async function layContact(product: Product, structureId: string, organisationId: string) {
  const contactPersonId = newId();
  await product.system.as(system, (tx) =>
    tx
      .insert(organisationContact)
      .values({ id: contactPersonId, structureId, organisationId, name: 'Odile', email: 'odile@entreprise.test' }),
  );
  return { contactPersonId };
}

async function layMerge(product: Product, structureId: string, lastName: string) {
  const keptId = await makeCandidate(product, structureId, { lastName });
  const mergedId = await makeCandidate(product, structureId, { lastName, firstName: 'Bis' });
  const [current] = await product.system.client<{ id: string }[]>`select id from cv where participant_id = ${mergedId}`;
  const changes = [{ tab: 'cv' as const, key: { id: current?.id ?? '' }, set: { current: false, status: 'replaced' } }];
  const mergeId = await product.system.as(system, (tx) =>
    mergeInBase(tx, { keptId, goneId: mergedId, chosen: {}, changes, until: '2026-03-30' }),
  );
  return { mergeId, mergedId };
}

/** An import as the preview leaves it: the headers were read, nothing chosen yet. */
const mapping = { chosen: {}, headers: ['Nom', 'Prénom'], samples: {}, missing: [] };

interface Laying {
  hiring: Hiring;
  partnerId: string;
  participantId: string;
  secretName: string;
}

async function layRows(product: Product, { hiring, partnerId, participantId, secretName }: Laying) {
  const { structureId, employerId, made, offerId, facilitator } = hiring;
  const { token, hash } = newToken();
  const ids = {
    recommendationId: newId(),
    evidenceId: newId(),
    derogationId: newId(),
    projectId: newId(),
    regimeId: newId(),
    pushId: newId(),
    sparePushId: newId(),
    positioningId: newId(),
    transferId: newId(),
    placementId: newId(),
    lineId: newId(),
    policyDraftId: newId(),
    hourRunId: newId(),
    stoppedRunId: newId(),
    fileId: newId(),
    billId: newId(),
    partId: newId(),
    invoicesFileId: newId(),
    changeId: newId(),
    viewId: newId(),
    templateId: newId(),
    messageId: newId(),
    importRunId: newId(),
    listRunId: newId(),
    invitationId: newId(),
    cvId: '',
  };
  const base = { structureId };
  const { vault, files } = product.app.services;
  await product.system.as(system, async (tx) => {
    await tx
      .update(participant)
      .set({ recommendedByOrganisationId: partnerId })
      .where(eq(participant.id, participantId));
    await tx.insert(recommendation).values({ ...base, id: ids.recommendationId, participantId, partnerId });
    const sealed = await vault.seal(tx, structureId, evidenceSeal(ids.evidenceId), {
      category: 'RSA',
      issuedOn: '2026-01-15',
      validTo: null,
      label: null,
    });
    await tx.insert(eligibilityEvidence).values({ ...base, id: ids.evidenceId, participantId, sealed });
    const opinion = await vault.seal(tx, structureId, derogationSeal(ids.derogationId), { opinion: secretName });
    await tx.insert(eligibilityDerogation).values({
      ...{ ...base, id: ids.derogationId, participantId, sealed: opinion },
      ...{ clauseId: made.clauseId, askedBy: facilitator.userId },
    });
    await tx.insert(participantProject).values({
      ...{ ...base, id: ids.projectId, participantId, romeCode: 'G1603', wish: secretName, statedOn: '2026-01-15' },
    });
    const followed = { regime: 'plie', from: '2026-01-15', to: null, reference: secretName };
    await tx.insert(eligibilityRegime).values({
      ...{ ...base, id: ids.regimeId, participantId },
      sealed: await vault.seal(tx, structureId, regimeSeal(ids.regimeId), followed),
    });
    await tx
      .insert(participantSkill)
      .values({ ...base, participantId, skill: 'vitrerie', label: secretName, byHand: true });
    const sha256 = await files.keep(new TextEncoder().encode(`Nom;Prénom\n${secretName};Ada\n`));
    await tx.insert(storedFile).values({
      ...{
        ...base,
        id: ids.fileId,
        sha256,
        sizeBytes: 30,
        media: 'text/csv',
        name: 'liste.csv',
        purpose: 'participants',
      },
      organisationId: structureId,
    });
    const invoices = await files.keep(
      new TextEncoder().encode('Contrat;Facture;Date;Montant HT\n1;F-2;01/03/2026;10\n'),
    );
    await tx.insert(storedFile).values({
      ...{ ...base, id: ids.invoicesFileId, sha256: invoices, sizeBytes: 30, media: 'text/csv', name: 'factures.csv' },
      ...{ purpose: 'invoices', organisationId: structureId },
    });
    const obliged = { ...base, contractId: made.contractId, buyerId: made.buyerId };
    await tx.insert(invoice).values({
      ...{ ...obliged, id: ids.billId, lotId: made.lotId, kind: 'invoice', number: 'F-1', onDay: '2026-02-27' },
      ...{ amountCents: 100, source: 'form' },
    });
    await tx.insert(clausePart).values({
      ...{ ...obliged, id: ids.partId, clauseId: made.clauseId, kind: 'tranche', title: secretName, hours: 10 },
      targetInputs: { mode: 'fixed', hours: 10 },
    });
    await tx.insert(censusChange).values({
      ...{ structureId, id: ids.changeId, answer: 'no_change', onDay: '2026-03-01', chosen: 1, kept: 1 },
      ...{ source: 'phone', saidBy: secretName, byUser: facilitator.userId },
    });
    await tx.insert(censusAnswer).values({
      ...{ ...obliged, changeId: ids.changeId, source: 'phone', saidBy: secretName, recordedOn: '2026-03-01' },
    });
    const owner = { structureId, userId: facilitator.userId };
    await tx.insert(censusView).values({ ...owner, id: ids.viewId, name: secretName, search: 'statut=stopped' });
    await tx.insert(exportTemplate).values({
      ...{ ...owner, id: ids.templateId, list: 'people', name: secretName },
      columns: [{ key: 'lastName', header: null }],
    });
    await tx.insert(censusColumnsOf).values({ ...owner, columns: ['due'] });
    await tx.insert(push).values({
      ...{ ...base, id: ids.pushId, employerId, offerId, contractId: made.contractId, sentBy: facilitator.userId },
      recipientEmail: 'rh@entreprise.test',
      idempotencyKey: ids.pushId,
    });
    await tx
      .insert(pushLink)
      .values({ ...base, pushId: ids.pushId, tokenHash: hash, expiresAt: new Date(Date.now() + 1e9) });
    await tx.insert(positioning).values({
      ...{ ...base, id: ids.positioningId, participantId, employerId, offerId, pushId: ids.pushId },
      status: 'sent',
      sentAt: new Date(),
    });
    await tx.insert(positioningTransfer).values({
      ...{ ...base, id: ids.transferId, positioningId: ids.positioningId, pushId: ids.pushId, employerId },
      ...{ companyName: `Ateliers ${secretName}`, why: 'subcontractor', askedBy: 'link' },
    });
    await tx.insert(disclosure).values({
      ...{ ...base, positioningId: ids.positioningId, participantId, employerId, pushId: ids.pushId },
      card: { firstName: 'Ada', lastName: secretName },
    });
    await tx.insert(placement).values({
      ...{ ...base, id: ids.placementId, participantId, employerId, workerName: secretName, windowKind: 'fixed_term' },
      ...{ contractId: made.contractId, lotId: made.lotId, clauseId: made.clauseId, buyerId: made.buyerId },
      startsOn: '2026-01-05',
      eligibleFrom: '2026-01-05',
      eligibleTo: '2028-01-04',
      sealedCategories: await vault.seal(tx, structureId, `placement:${ids.placementId}`, { categories: ['RSA'] }),
    });
    await tx.insert(arrivalKit).values({
      placementId: ids.placementId,
      ...base,
      employerId,
      safety: 'Casque.',
      checklist: [],
      declaring: secretName,
    });
    const declarationId = newId();
    await tx
      .insert(hourDeclaration)
      .values({ ...base, id: declarationId, employerId, month: '2026-02-01', source: 'form' });
    const place = {
      ...base,
      placementId: ids.placementId,
      employerId,
      contractId: made.contractId,
      clauseId: made.clauseId,
    };
    await tx.insert(hourLine).values({
      ...{ ...place, id: ids.lineId, declarationId, participantId, kind: 'worked_on_site', centihours: 700 },
      ...{ fromDay: '2026-02-02', toDay: '2026-02-02', receivedOn: '2026-02-28' },
    });
    await tx.insert(hourEntry).values({
      ...{ ...place, lineId: ids.lineId, centihours: 700, status: 'validated', policy: 'ordinary', rule: 'worked' },
      ...{ fromDay: '2026-02-02', toDay: '2026-02-02', judgementId: newId() },
    });
    await layPolicy(tx, { ...place, ids, secretName });
    await tx.insert(message).values({
      ...{ ...base, id: ids.messageId, template: 'push', toAddress: 'rh@entreprise.test', subject: `CV ${secretName}` },
      bodyText: secretName,
      status: 'kept',
    });
    await tx.insert(importRun).values({
      ...base,
      id: ids.importRunId,
      kind: 'participants',
      fileId: ids.fileId,
      fileName: 'liste.csv',
      mapping,
    });
    await tx.insert(importRun).values({
      ...{ ...base, id: ids.listRunId, kind: 'contracts', fileId: ids.fileId, fileName: 'liste.csv', mapping },
    });
    await tx.insert(importRow).values({ ...base, runId: ids.importRunId, record: 2, cells: { Nom: secretName } });
    await tx.insert(invitation).values({
      ...{ ...base, id: ids.invitationId, email: 'invitee@exemple.test', role: 'partner', organisationId: partnerId },
      tokenHash: newToken().hash,
      expiresAt: new Date(Date.now() + 1e9),
    });
  });
  const [cv] = await product.system.client<{ id: string }[]>`select id from cv where participant_id = ${participantId}`;
  return { token, ids: { ...ids, cvId: cv?.id ?? '' } };
}

interface PolicyLaying {
  structureId: string;
  contractId: string;
  clauseId: string;
  secretName: string;
  ids: { policyDraftId: string; hourRunId: string; stoppedRunId: string; lineId: string };
}

/** A policy that a team writes, what it would move, and a judgement that stopped half-way. */
async function layPolicy(tx: Tx, { structureId, contractId, clauseId, secretName, ids }: PolicyLaying) {
  const rules = [{ id: 'arret', kinds: ['sick_leave'], outcome: 'validate' }];
  const scope = { level: 'structure', id: structureId };
  const judgedBy = { id: 'locale', title: secretName, source: 'Note', scope, publishedOn: '2026-03-02', rules };
  await tx.insert(hourPolicyDraft).values({
    ...{ id: ids.policyDraftId, structureId, policy: 'locale', title: secretName, source: 'Note', rules },
    ...{ scopeLevel: 'structure', scopeId: structureId },
  });
  const run = {
    ...{ structureId, draftId: ids.policyDraftId, draftVersion: 1, judgedBy, placementsTotal: 1 },
    reach: { kinds: ['sick_leave'], from: null, to: null },
    knownOn: '2026-03-02',
    knownAt: new Date(),
  };
  await tx.insert(hourRun).values([
    { ...run, id: ids.hourRunId, purpose: 'simulation', state: 'done', endedAt: new Date() },
    { ...run, id: ids.stoppedRunId, purpose: 'judgement', state: 'stopped' },
  ]);
  const moved = { moved: 700, validated: 700, pending: 0, rejected: -700 };
  await tx.insert(hourRunLine).values({
    ...{ runId: ids.hourRunId, lineId: ids.lineId, structureId, contractId, clauseId },
    ...moved,
  });
}
