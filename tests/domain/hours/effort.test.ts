import { closeContest, contestOutcomes, sayInContest } from '@jonction/domain/hours/contest';
import { askHoursDerogation, decideHoursDerogation } from '@jonction/domain/hours/derogation';
import {
  answerDifficulty,
  difficultyKinds,
  meansKinds,
  recordMeans,
  recordMeansSchema,
} from '@jonction/domain/hours/effort';
import { effortWords } from '@jonction/domain/hours/effort-words';
import { exchangeWords } from '@jonction/domain/hours/exchange-words';
import { evidenceOfPaper, hourPaperKinds, hourSides, proofOfPaper } from '@jonction/domain/hours/paper';
import { modalityProofs } from '@jonction/domain/placement/modality';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const codeOf = (decision: { ok: boolean; refusal?: { code: string } }) => (decision.ok ? null : decision.refusal?.code);

describe('a contest', () => {
  it('ends by a decision of the team, of somebody else than whoever opened it, or is taken back by her', () => {
    const open = { outcome: null, openedBy: 'odile' };
    fc.assert(
      fc.property(
        fc.constantFrom('odile', 'amina'),
        fc.constantFrom(...hourSides),
        fc.constantFrom(...contestOutcomes),
        (by, side, outcome) => {
          const ends = closeContest(open, { by, side, outcome }).ok;
          expect(ends).toBe(outcome === 'withdrawn' ? by === 'odile' : side === 'team' && by !== 'odile');
        },
      ),
    );
  });

  it('once closed takes neither a word nor another end', () => {
    const closed = { outcome: 'maintained' as const, openedBy: 'odile' };
    expect(codeOf(sayInContest(closed))).toBe('hours.contest_closed');
    for (const outcome of contestOutcomes) {
      expect(codeOf(closeContest(closed, { by: 'odile', side: 'team', outcome }))).toBe('hours.contest_closed');
    }
    expect(sayInContest({ ...closed, outcome: null }).ok).toBe(true);
  });
});

describe('a paper', () => {
  it('brings a rule the evidence that it is, and no other', () => {
    const brings = hourPaperKinds.flatMap((kind) => {
      const evidence = evidenceOfPaper(kind);
      return evidence === null ? [] : [[kind, evidence]];
    });
    expect(brings).toEqual([
      ['attestation', 'employer_attestation'],
      ['benefit_statement', 'benefit_statement'],
    ]);
  });

  it('is the paper that a modality asks for, each of them and no other', () => {
    const is = Object.fromEntries(hourPaperKinds.map((kind) => [kind, proofOfPaper(kind)]));
    expect(is).toMatchObject({ payslip: 'payslip_hours', benefit_statement: null, other: null, invoice: 'invoice' });
    const proofs = Object.values(is).filter((proof) => proof !== null);
    expect(new Set(proofs)).toEqual(new Set(modalityProofs));
    expect(proofs).toHaveLength(modalityProofs.length);
  });
});

describe('means and difficulties', () => {
  it('are written once they happened, and a difficulty is answered once', () => {
    expect(recordMeans({ usedOn: '2020-05-18' }, '2020-05-18').ok).toBe(true);
    expect(codeOf(recordMeans({ usedOn: '2020-05-19' }, '2020-05-18'))).toBe('hours.means_to_come');
    expect(answerDifficulty({ answered: false }).ok).toBe(true);
    expect(codeOf(answerDifficulty({ answered: true }))).toBe('hours.difficulty_answered');
  });

  it('keep an empty note as none, and refuse a number of a person', () => {
    const means = { contractId: crypto.randomUUID(), usedOn: '2020-05-18', means: 'training' };
    expect(recordMeansSchema.parse({ ...means, note: '  ' }).note).toBeNull();
    expect(recordMeansSchema.parse({ ...means, note: 'Tutorat' }).note).toBe('Tutorat');
    expect(recordMeansSchema.safeParse({ ...means, note: 'DE89 3704 0044 0532 0130 00' }).success).toBe(false);
  });
});

describe('a derogation on hours', () => {
  it('never credits more than what was refused, whatever was granted before', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (rejected, granted, asked) => {
        expect(askHoursDerogation({ rejected, granted }, asked).ok).toBe(granted + asked <= rejected);
      }),
    );
    expect(codeOf(askHoursDerogation({ rejected: 0, granted: 0 }, 1))).toBe('hours.derogation_nothing');
  });

  it('is decided once, by somebody else', () => {
    expect(decideHoursDerogation({ askedBy: 'odile', decided: false }, 'amina').ok).toBe(true);
    expect(codeOf(decideHoursDerogation({ askedBy: 'odile', decided: false }, 'odile'))).toBe('hours.derogation_own');
    expect(codeOf(decideHoursDerogation({ askedBy: 'odile', decided: true }, 'amina'))).toBe(
      'hours.derogation_decided',
    );
  });
});

describe('what is said of them', () => {
  it('has words for each kind', () => {
    for (const kind of difficultyKinds) expect(hasSentence(effortWords, `hours.difficulty.${kind}`)).toBe(true);
    for (const kind of meansKinds) expect(hasSentence(effortWords, `hours.means.${kind}`)).toBe(true);
    for (const kind of hourPaperKinds) expect(hasSentence(exchangeWords, `hours.paper.${kind}`)).toBe(true);
    for (const outcome of contestOutcomes) expect(hasSentence(exchangeWords, `hours.contest.${outcome}`)).toBe(true);
  });
});
