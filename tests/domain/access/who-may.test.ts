import { isAllowed, type PermissionRow, type Permissions } from '@jonction/domain/access/permission';
import { type Actor, type Role, roles, type Speaker } from '@jonction/domain/access/role';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from '../../support/tree.ts';
import { anonymous, link, ownPage, signedIn } from './actors.ts';

const files = sourceFiles(['packages/domain/src'], ['permissions.ts']);
const tables = await Promise.all(
  files.map(async ({ path }) => {
    const exports: Record<string, Permissions> = await import(`${root}/${path}`);
    return { noun: path.split('/')[3] ?? '', rows: Object.assign({}, ...Object.values(exports)) as Permissions };
  }),
);
const rows: readonly (readonly [name: string, row: PermissionRow])[] = tables.flatMap((table) =>
  Object.entries(table.rows),
);
const names = rows.map(([name]) => name);

const reachedBy = (actor: Actor) => rows.filter(([, row]) => isAllowed(row, actor)).map(([name]) => name);

/** What anybody may do: say who they are, come in by an invitation, and answer the question of a page whose link they hold. */
const doorstep = [
  'access.me',
  'access.describeInvitation',
  'access.acceptInvitation',
  'participant.describePage',
  'participant.openPage',
  'offer.describeStillOpen',
  'offer.answerStillOpen',
  'hours.describeLink',
  'hours.openLink',
  'hours.declareByLink',
  'paper.describeLink',
  'paper.openLink',
  'paper.bringByLink',
  'census.describeLink',
  'census.openLink',
  'census.answerByLink',
  'legal.describeLink',
  'legal.openLink',
  'signature.describeLink',
  'signature.openLink',
  'signature.sendCode',
  'signature.sign',
  'signature.refuse',
  // Whoever holds a paper, or a proof of signature, may ask whether it is the one that was issued.
  'report.verifyDocument',
  'signature.verify',
];
/** What everybody signed in may do, whatever their role: their own settings, and the look-ups of forms. */
const inside = [
  ...doorstep,
  'access.switchMembership',
  'access.chooseLocale',
  'reference.occupations',
  'reference.occupationLabels',
  'reference.skills',
  'reference.searchSkills',
  'reference.cpvs',
  'reference.cpvLabels',
  'reference.communes',
];

/** What each role outside the clause team may do, and nothing else. */
const outside: Readonly<Record<'buyer' | 'employer' | 'partner' | 'administrator', readonly string[]>> = {
  // Logs clauses and changes statuses of its own contracts, and sees their hours: never a participant.
  buyer: [
    'contract.addLot',
    'contract.recordEvent',
    'contract.previewTarget',
    'contract.writeClause',
    'contract.listBought',
    'contract.showBought',
    'contract.searchBought',
    'contract.logBought',
    'contract.showObligation',
    'contract.showGroup',
    'hours.gauge',
    'hours.listMeans',
    // Decides the penalties proposed to it, and draws the statements of its contracts.
    'penalty.list',
    'penalty.show',
    'penalty.decide',
    'report.issueStatement',
    'report.listDocuments',
    // Reads its year in figures: what it bought, its indicators, its hours.
    'report.showPurchases',
    'report.listPurchases',
    'report.showScheme',
    'report.showBoughtHours',
    // Answers the census of its own contracts, and reads its own promise.
    'census.listAsked',
    'census.answerAsked',
    'census.listPromises',
    // Says where they stand without being asked, with the hours of a clause.
    'census.sayBought',
    // Manages its own people, and its directorates.
    'access.listColleagues',
    'access.inviteColleague',
    'access.endColleague',
    'access.suspendColleague',
    'access.resumeColleague',
    'access.changeCompanyRole',
    'access.revokeInvitation',
    'organisation.listDirectorates',
    'organisation.showDirectorate',
    'organisation.createDirectorate',
    'organisation.renameDirectorate',
    'organisation.endDirectorate',
    'organisation.placeInDirectorate',
    // Plans its year, and says why a clause is not owed.
    'programme.list',
    'programme.show',
    'programme.plan',
    'programme.correct',
    'programme.act',
    'programme.exempt',
    'programme.previewSheet',
    'programme.importSheet',
    // Reads the texts that its team sent.
    'legal.listReceived',
    'legal.openReceived',
  ],
  // Answers the CVs it received, asks for people, declares hours: never the CV bank, never why somebody is eligible.
  employer: [
    'report.showReliability',
    'paper.listAsked',
    'paper.bring',
    'access.listColleagues',
    'access.inviteColleague',
    'access.endColleague',
    'access.suspendColleague',
    'access.resumeColleague',
    'access.changeCompanyRole',
    'access.revokeInvitation',
    'contract.listHeld',
    'contract.showObligation',
    'contract.showOwnPart',
    'contract.proposeTransfer',
    'contract.signTransfer',
    'contract.refuseTransfer',
    'contract.withdrawTransfer',
    'offer.propose',
    'offer.listMine',
    'positioning.answer',
    'positioning.askTransfer',
    'positioning.preview',
    'positioning.listReceived',
    'positioning.showReceived',
    'placement.listMine',
    'placement.listArrivals',
    'placement.showArrival',
    'placement.saveArrival',
    'hours.listMonths',
    'hours.describeMonth',
    'hours.declare',
    'hours.previewSheet',
    'hours.importSheet',
    'hours.listLines',
    'hours.showLine',
    'hours.gauge',
    // Brings the papers of her lines, and contests what became of them.
    'hours.attachPaper',
    'hours.withdrawPaper',
    'hours.contest',
    'hours.answerContest',
    'hours.closeContest',
    // Says that nobody worked, and that a quarter is complete.
    'hours.reportDifficulty',
    'hours.listDifficulties',
    'hours.recordMeans',
    'hours.listMeans',
    'hours.declareNone',
    'hours.listQuarters',
    'hours.answerQuarter',
    // The meetings she sets, how many CVs may wait at her company, and a colleague to write to as well.
    'positioning.calendar',
    'positioning.noteOutcome',
    'positioning.showCaps',
    'organisation.askSecond',
    'organisation.nameSecond',
    // The papers of her own hours, and what her next bids may show.
    'report.issueStatement',
    'report.issueAttestation',
    'report.listDocuments',
    // Has its own papers signed, and signs those on which it is named.
    'signature.ask',
    'signature.prepare',
    'signature.list',
    'signature.listOwn',
    'signature.show',
    'signature.withdraw',
    'signature.remind',
    'signature.enter',
  ],
  // Recommends her people, keeps their CVs and consents, follows their outcome.
  partner: [
    'offer.listBroadcasts',
    'offer.answerBroadcast',
    'participant.showUseRate',
    'participant.recommend',
    'participant.listMine',
    'participant.showMine',
    'participant.giveConsent',
    'participant.withdrawConsent',
    'participant.showLink',
    'participant.makeLink',
    'participant.revokeLink',
    'participant.stateProject',
    'participant.changeProject',
    'participant.makeProjectMain',
    'participant.settleProject',
    'participant.addSkills',
    'participant.removeSkill',
    'cv.preview',
    'cv.create',
    'cv.read',
    'cv.show',
    'cv.confirm',
  ],
  // Organisations, users, letters and the audit: nobody's file.
  administrator: [
    // How many CVs may wait is a setting of the structure: a number, nobody's file.
    'bank.setOpenCap',
    'bank.showOpenCap',
    'placement.setArrivalModel',
    'placement.showArrivalModel',
    'positioning.setCaps',
    'positioning.showCaps',
    'access.invite',
    'access.listMembers',
    'access.endMembership',
    'access.revokeInvitation',
    'access.listColleagues',
    'audit.list',
    'audit.verify',
    'message.list',
    'message.show',
    'organisation.search',
    'organisation.create',
    'organisation.rename',
    'organisation.show',
  ],
};

/** What a person does on her own page, and nobody in her place. */
const herOwn = [
  'participant.showPage',
  'participant.correctOwn',
  'participant.answerProposal',
  'participant.giveOwnConsent',
  'participant.withdrawOwnConsent',
  'report.issueRecord',
  'report.listDocuments',
];

/** What the clause team leaves to others. */
const notForTheTeam = [
  'legal.listReceived',
  'legal.openReceived',
  'hours.reportDifficulty',
  'hours.listQuarters',
  'hours.answerQuarter',
  'participant.showUseRate',
  'offer.answerBroadcast',
  'offer.listBroadcasts',
  'organisation.askSecond',
  'organisation.nameSecond',
  'access.endMembership',
  'access.inviteColleague',
  'access.endColleague',
  'access.suspendColleague',
  'access.resumeColleague',
  'access.changeCompanyRole',
  'contract.searchBought',
  'contract.listBought',
  'contract.showBought',
  'contract.logBought',
  'contract.listHeld',
  'contract.showOwnPart',
  'contract.proposeTransfer',
  'contract.signTransfer',
  'contract.refuseTransfer',
  'contract.withdrawTransfer',
  'hours.listMonths',
  'hours.describeMonth',
  'offer.propose',
  'offer.listMine',
  'participant.recommend',
  'participant.listMine',
  'participant.showMine',
  'placement.listMine',
  'placement.listArrivals',
  'positioning.describeLink',
  'positioning.preview',
  'positioning.openLink',
  'positioning.listReceived',
  'positioning.showReceived',
  // A penalty is the buyer's to decide, and its answers to the census are its own.
  'penalty.decide',
  'census.listAsked',
  'census.answerAsked',
  'census.sayBought',
  ...herOwn.filter((name) => name.startsWith('participant.')),
];

const sorted = (list: readonly string[]) => [...list].sort();

describe('the rows of rights', () => {
  it('are all read here, each beside its noun and written once', () => {
    expect(tables.length).toBeGreaterThanOrEqual(16);
    for (const { noun, rows: own } of tables) {
      expect(Object.keys(own).filter((name) => !new RegExp(`^${noun}\\.[a-z][A-Za-z]*$`).test(name))).toEqual([]);
    }
    expect(new Set(names).size).toBe(names.length);
  });

  it('are reached by somebody each, and name nobody twice', () => {
    expect(rows.filter(([, { who }]) => who.length === 0 || new Set(who).size < who.length)).toEqual([]);
  });

  it('name no role beside "signed_in" or "anybody": it would add nothing', () => {
    const wide: readonly Speaker[] = ['signed_in', 'anybody'];
    expect(rows.filter(([, { who }]) => who.length > 1 && who.some((one) => wide.includes(one)))).toEqual([]);
  });
});

describe.each(['buyer', 'employer', 'partner', 'administrator'] as const)('%s', (role) => {
  it('may do what the table of roles gives, and nothing else', () => {
    expect(sorted(reachedBy(signedIn(role)))).toEqual(sorted([...inside, ...outside[role]]));
  });
});

describe('nobody signed in', () => {
  it('may come in, and nothing else', () => {
    expect(sorted(reachedBy(anonymous))).toEqual(sorted(doorstep));
  });

  it('with a link may open the CVs behind it and answer them, and nothing else', () => {
    const opens = [
      'positioning.describeLink',
      'positioning.preview',
      'positioning.openLink',
      'positioning.answer',
      'positioning.askTransfer',
      'positioning.calendar',
      'positioning.noteOutcome',
      'positioning.showCaps',
      'organisation.askSecond',
      'organisation.nameSecond',
    ];
    expect(sorted(reachedBy(link))).toEqual(sorted([...doorstep, ...opens]));
  });
});

describe('somebody on her own page', () => {
  it('may read it, correct it and answer, and nothing else', () => {
    expect(sorted(reachedBy(ownPage))).toEqual(sorted([...doorstep, ...herOwn]));
  });
});

describe('somebody signed in who belongs nowhere', () => {
  it('may choose where she belongs, and nothing else', () => {
    expect(sorted(reachedBy(signedIn(null)))).toEqual(sorted(inside));
  });
});

describe('the clause team', () => {
  it('has everything of the clause side', () => {
    const lead = names.filter((name) => !notForTheTeam.includes(name));
    expect(sorted(reachedBy(signedIn('lead')))).toEqual(sorted(lead));
  });

  it('leaves to its lead the rules that the whole structure counts by, and the audit', () => {
    const lead = new Set(reachedBy(signedIn('lead')));
    const facilitator = new Set(reachedBy(signedIn('facilitator')));
    expect([...facilitator].filter((name) => !lead.has(name))).toEqual([]);
    expect(sorted([...lead].filter((name) => !facilitator.has(name)))).toEqual([
      'audit.list',
      'audit.verify',
      'bank.addWord',
      'bank.forgetQuery',
      'bank.listQueries',
      'bank.listWords',
      'bank.removeWord',
      'bank.setOpenCap',
      'contract.saveHourSetting',
      'crisis.choose',
      'crisis.discard',
      'crisis.end',
      'crisis.enforce',
      'crisis.previewEnd',
      'crisis.undo',
      'crisis.write',
      'hours.closeMonth',
      'hours.publishDraft',
      'hours.reopenMonth',
      'matching.fairness',
      'matching.setRules',
      'paper.setValidity',
      'placement.setArrivalModel',
      'positioning.setCaps',
      'report.showConsolidation',
    ]);
  });
});

/** Of a noun that a role has nothing of otherwise: no row about anybody can be read by them. */
const harmless = [
  'placement.setArrivalModel',
  'placement.showArrivalModel',
  'positioning.setCaps',
  'positioning.showCaps',
  'organisation.askSecond',
  'organisation.nameSecond',
  'offer.listBroadcasts',
  'offer.answerBroadcast',
];

describe('what no role may ever', () => {
  // What anybody at all may do says nothing of a role.
  const nounsOf = (actor: Actor) =>
    new Set(
      reachedBy(actor).flatMap((name) =>
        doorstep.includes(name) || harmless.includes(name) ? [] : [name.split('.')[0] ?? ''],
      ),
    );

  it.each<[Role, readonly string[]]>([
    [
      'buyer',
      ['participant', 'cv', 'contact', 'eligibility', 'matching', 'offer', 'positioning', 'placement', 'audit'],
    ],
    ['employer', ['participant', 'cv', 'contact', 'eligibility', 'matching', 'organisation', 'audit', 'message']],
    [
      'partner',
      ['contact', 'eligibility', 'matching', 'offer', 'positioning', 'placement', 'hours', 'contract', 'audit'],
    ],
    [
      'administrator',
      ['participant', 'cv', 'contact', 'eligibility', 'matching', 'offer', 'positioning', 'placement', 'hours'],
    ],
  ])('%s: nothing of %j', (role, closed) => {
    const open = nounsOf(signedIn(role));
    expect(closed.filter((noun) => open.has(noun))).toEqual([]);
  });

  it('why somebody is eligible is told to the clause team alone', () => {
    const told = roles.filter((role) => nounsOf(signedIn(role)).has('eligibility'));
    expect(told).toEqual(['facilitator', 'lead']);
  });

  it('a row about a person is never shared between structures: elsewhere it does not exist', () => {
    const people =
      /^(participant|cv|contact|eligibility|matching|offer|positioning|placement|hours|report|message|audit)\./;
    // The committee is chosen among the organisations of the register, as a company to visit is.
    const found = rows.filter(([name, { elsewhere }]) => people.test(name) && elsewhere === 'shared');
    expect(found.map(([name]) => name)).toEqual(['offer.setCommittee']);
  });

  it('what is shared is the register of contracts, ours and published, and of organisations, and invitations to it', () => {
    const shared = rows.filter(([, { elsewhere }]) => elsewhere === 'shared').map(([name]) => name.split('.')[0]);
    expect(sorted([...new Set(shared)].map(String))).toEqual([
      'access',
      'contract',
      'offer',
      'organisation',
      'paper',
      'prospect',
      'published',
    ]);
  });
});
