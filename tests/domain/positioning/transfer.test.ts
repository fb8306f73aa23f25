import {
  actOnPositioning,
  isOpen,
  type PositioningActor,
  positioningActors,
  positioningStatuses,
} from '@jonction/domain/positioning/lifecycle';
import { reasonFor } from '@jonction/domain/positioning/reason-words';
import { closeReasons, typedCloseReasons } from '@jonction/domain/positioning/reasons';
import {
  askTransfer,
  decideTransfer,
  declineReasons,
  transferStatuses,
  transferWhys,
} from '@jonction/domain/positioning/transfer';
import {
  agreeTransferInput,
  askTransferInput,
  declineTransferInput,
} from '@jonction/domain/positioning/transfer-schema';
import { transferWords } from '@jonction/domain/positioning/transfer-words';
import { locales } from '@jonction/domain/shared/locale';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0190a000-0000-7000-8000-000000000001';
const other = '0190a000-0000-7000-8000-000000000002';
const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? 'ok' : decision.refusal.code;
const issues = (result: { error?: { issues: { message: string; path: PropertyKey[] }[] } }) =>
  (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);

describe('asking that a CV go on to another company', () => {
  const everything = positioningStatuses.flatMap((status) =>
    positioningActors.flatMap((by) => [false, true].map((pending) => ({ status, by, pending }))),
  );
  const company: readonly PositioningActor[] = ['employer', 'link'];

  it.each(everything)('$status, by $by, pending: $pending', ({ status, by, pending }) => {
    const decision = askTransfer({ status, pending }, by);
    const inHand = ['sent', 'seen', 'interview', 'meeting_set'].includes(status);
    const speaks = company.includes(by) || by === 'facilitator';
    expect(decision.ok).toBe(inHand && speaks && !pending);
    if (status === 'withdrawn') expect(codeOf(decision)).toBe('positioning.withdrawn');
    if (inHand && speaks && pending) expect(codeOf(decision)).toBe('positioning.transfer_pending');
  });

  it('is only ever about a CV that the team may close: what is asked can be agreed to', () => {
    for (const status of positioningStatuses) {
      if (!askTransfer({ status, pending: false }, 'link').ok) continue;
      expect(isOpen(status)).toBe(true);
      expect(actOnPositioning(status, 'close', 'facilitator')).toEqual({ ok: true, value: 'closed' });
    }
  });

  it('is not the person’s to ask, nor a job’s', () => {
    for (const by of ['participant', 'system'] as const) {
      expect(codeOf(askTransfer({ status: 'seen', pending: false }, by))).toBe('positioning.act_not_allowed');
    }
  });
});

describe('deciding', () => {
  const everything = transferStatuses.flatMap((status) =>
    positioningStatuses.flatMap((positioning) =>
      [null, id, other].map((to) => ({ status, positioning, to, fromEmployerId: id })),
    ),
  );

  it.each(everything)('$status, CV $positioning, to $to', ({ to, ...transfer }) => {
    const code = codeOf(decideTransfer(transfer, to));
    if (transfer.status !== 'asked') return expect(code).toBe('positioning.transfer_decided');
    // A no needs nothing of the CV: the company may have answered meanwhile.
    if (to === null) return expect(code).toBe('ok');
    if (to === id) return expect(code).toBe('positioning.transfer_same');
    const inHand = ['sent', 'seen', 'interview', 'meeting_set'].includes(transfer.positioning);
    const refusal = transfer.positioning === 'withdrawn' ? 'positioning.withdrawn' : 'positioning.act_not_allowed';
    return expect(code).toBe(inHand ? 'ok' : refusal);
  });

  it('once decided, whatever else, is decided', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('agreed' as const, 'declined' as const),
        fc.constantFrom(...positioningStatuses),
        fc.option(fc.uuid()),
        (status, positioning, to) => {
          expect(decideTransfer({ status, positioning, fromEmployerId: id }, to).ok).toBe(false);
        },
      ),
    );
  });
});

describe('what is typed', () => {
  const asked = { positioningId: id, companyName: ' Ateliers du Val ', why: 'subcontractor' };

  it('needs a company and a tie, and tidies what it is given', () => {
    expect(askTransferInput.parse({ ...asked, contactEmail: 'Chef@Ateliers.test', note: '  ' })).toEqual({
      positioningId: id,
      companyName: 'Ateliers du Val',
      contactName: null,
      contactEmail: 'Chef@Ateliers.test',
      why: 'subcontractor',
      note: null,
    });
    expect(askTransferInput.parse({ ...asked, contactEmail: '' }).contactEmail).toBeNull();
  });

  it.each([
    [{ companyName: 'A' }, 'companyName', 'positioning.transfer_company'],
    [{ companyName: '   ' }, 'companyName', 'positioning.transfer_company'],
    [{ companyName: undefined }, 'companyName', 'positioning.transfer_company'],
    [{ why: 'cousin' }, 'why', 'positioning.transfer_why'],
    [{ why: '' }, 'why', 'positioning.transfer_why'],
    [{ contactEmail: 'chef' }, 'contactEmail', 'positioning.recipient_email'],
  ])('asked with %j is refused at its field', (wrong, field, code) => {
    expect(issues(askTransferInput.safeParse({ ...asked, ...wrong }))).toContainEqual([field, code]);
  });

  const agreed = { transferId: id, employerId: other, recipientEmail: ' CHEF@ateliers.test ', personAgrees: true };

  it('agreed needs her word for this company: nothing else than a yes is one', () => {
    expect(agreeTransferInput.parse(agreed)).toMatchObject({ recipientEmail: 'chef@ateliers.test', message: null });
    for (const personAgrees of [false, undefined, 'oui', 1, null]) {
      expect(issues(agreeTransferInput.safeParse({ ...agreed, personAgrees }))).toEqual([
        ['personAgrees', 'positioning.transfer_person'],
      ]);
    }
  });

  it.each([
    [{ employerId: '' }, 'employerId', 'positioning.employer_not_found'],
    [{ recipientEmail: 'chef' }, 'recipientEmail', 'positioning.recipient_email'],
    [{ recipientEmail: undefined }, 'recipientEmail', 'positioning.recipient_email'],
  ])('agreed with %j is refused at its field', (wrong, field, code) => {
    expect(issues(agreeTransferInput.safeParse({ ...agreed, ...wrong }))).toContainEqual([field, code]);
  });

  it('declined needs a reason of the list', () => {
    for (const reason of declineReasons)
      expect(declineTransferInput.safeParse({ transferId: id, reason }).success).toBe(true);
    expect(issues(declineTransferInput.safeParse({ transferId: id, reason: 'none' }))).toEqual([
      ['reason', 'positioning.reason_missing'],
    ]);
  });
});

describe('what is said', () => {
  it.each(locales)('has a word for each tie, each no and each refusal, in %s', (locale) => {
    const codes = [
      ...transferWhys.map((why) => `positioning.transfer.why.${why}`),
      ...declineReasons.map((reason) => `positioning.transfer.decline.${reason}`),
      ...['company', 'why', 'person', 'pending', 'decided', 'same', 'not_found'].map(
        (code) => `positioning.transfer_${code}`,
      ),
    ];
    for (const code of codes) expect(sentence(transferWords, locale, code)).not.toBe(code);
  });

  it('is a reason of an end that no facilitator types by hand, told softly to the person and her partner', () => {
    expect(closeReasons).toContain('transferred');
    expect(typedCloseReasons).not.toContain('transferred');
    expect(reasonFor('company', 'transferred', 'fr')).toBe('Transmis à une autre entreprise');
    expect(reasonFor('partner', 'transferred', 'fr')).toMatch(/avec son accord/);
    expect(reasonFor('participant', 'transferred', 'fr')).toMatch(/Avec votre accord/);
    expect(reasonFor('participant', 'transferred', 'en')).toMatch(/With your agreement/);
  });
});
