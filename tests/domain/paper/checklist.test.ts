import { actionWords, auditKinds, subjectWords } from '@jonction/domain/audit/action';
import { employerSubkinds } from '@jonction/domain/organisation/organisation';
import { wantedStates } from '@jonction/domain/paper/asked';
import { type PaperKind, paperKindNames } from '@jonction/domain/paper/categories';
import { checklistOf, proposedMonths, validityOf } from '@jonction/domain/paper/checklist';
import { paperPermissions } from '@jonction/domain/paper/permissions';
import { askedPaperWords } from '@jonction/domain/paper/words';
import { hasSentence, sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const everybody: PaperKind[] = ['vigilance', 'registration', 'insurance'];

describe('the papers proposed for a company', () => {
  it.each<[string | null, PaperKind[]]>([
    [null, everybody],
    ['RQ', everybody],
    ['ESAT', everybody],
    ['EI', [...everybody, 'siae_agreement']],
    ['ACI', [...everybody, 'siae_agreement']],
    ['AI', [...everybody, 'siae_agreement']],
    ['ETTI', [...everybody, 'siae_agreement', 'temp_guarantee']],
    ['GEIQ', [...everybody, 'geiq_label']],
    ['EA', [...everybody, 'adapted_agreement']],
    ['une autre', everybody],
    ['', everybody],
  ])('of kind %s', (subkind, kinds) => {
    expect(checklistOf(subkind)).toEqual(kinds);
  });

  it('name no paper twice, and none that is of a person', () => {
    for (const subkind of [null, ...employerSubkinds]) {
      const kinds = checklistOf(subkind);
      expect(new Set(kinds).size, String(subkind)).toBe(kinds.length);
      expect(kinds, String(subkind)).not.toContain('payslip');
      expect(kinds, String(subkind)).not.toContain('work_contract');
      expect(kinds, String(subkind)).not.toContain('other');
    }
  });

  it('are a list of its own each time: whoever changes one changes no other', () => {
    checklistOf('EI').push('other');
    expect(checklistOf('EI')).not.toContain('other');
    expect(checklistOf(null)).toHaveLength(3);
  });
});

describe('how long a paper counts', () => {
  it.each<[PaperKind, number | null]>([
    ['vigilance', 6],
    ['registration', 3],
    ['tax_certificate', 12],
    ['foreign_workers', 6],
    ['insurance', null],
    ['siae_agreement', null],
    ['adapted_agreement', null],
    ['geiq_label', null],
    ['temp_guarantee', null],
    ['work_contract', null],
    ['payslip', null],
    ['commitment', null],
    ['other', null],
  ])('%s: %s months proposed', (kind, months) => {
    expect(proposedMonths(kind)).toBe(months);
  });

  it('is in months, to a day that is written, or for good', () => {
    const said = Object.fromEntries(paperKindNames.map((kind) => [kind, validityOf(kind)]));
    expect(said).toMatchObject({
      vigilance: { months: 6 },
      insurance: 'until_written',
      work_contract: 'for_good',
      other: 'until_written',
    });
  });
});

describe('the words of papers', () => {
  it.each(paperKindNames)('has a name in both languages for %s', (kind) => {
    expect(hasSentence(askedPaperWords, `paper.kind.${kind}`)).toBe(true);
    expect(sentence(askedPaperWords, 'fr', `paper.kind.${kind}`)).not.toBe(
      sentence(askedPaperWords, 'en', `paper.kind.${kind}`),
    );
  });

  it.each(wantedStates)('says what the company has to do something about: %s', (state) => {
    expect(hasSentence(askedPaperWords, `paper.state.${state}`)).toBe(true);
  });
});

describe('the rights on papers', () => {
  it('leave asking and deciding to the team', () => {
    for (const name of ['ask', 'overview', 'decide', 'cancel', 'remind'] as const) {
      expect(paperPermissions[`paper.${name}`].who, name).toEqual(['facilitator', 'lead']);
    }
  });

  it('let a company see its list and bring, and nobody else', () => {
    for (const name of ['listAsked', 'bring'] as const) {
      expect(paperPermissions[`paper.${name}`].who, name).toEqual(['facilitator', 'lead', 'employer']);
    }
  });

  it('open three doors without an account, those of a letter', () => {
    const open = Object.entries(paperPermissions).filter(([, { who }]) => who.some((one) => one === 'anybody'));
    expect(open.map(([name]) => name)).toEqual(['paper.describeLink', 'paper.openLink', 'paper.bringByLink']);
  });
});

describe('the journal', () => {
  it.each(['ask', 'bring', 'bringByLink', 'cancel', 'decide', 'openLink', 'remind'])(
    'has words for paper.%s',
    (verb) => {
      for (const locale of ['fr', 'en'] as const) {
        expect(actionWords(`paper.${verb}`, locale)).not.toBe(actionWords('paper.unknown', locale));
      }
    },
  );

  it('names what an act was about, and files papers apart', () => {
    expect(subjectWords('paper_item', 'fr')).toBe('document demandé');
    expect(subjectWords('paper_item', 'en')).toBe('paper asked');
    expect(auditKinds).toContain('paper');
  });
});

describe('what is refused', () => {
  it.each([
    'paper.not_found',
    'paper.link_not_found',
    'paper.nothing_asked',
    'paper.issued_missing',
    'paper.issued_in_future',
    'paper.until_missing',
    'paper.cancelled',
    'paper.nothing_to_decide',
    'paper.reason_missing',
    'paper.label_missing',
  ])('%s says what to do, in both languages', (code) => {
    expect(hasSentence(askedPaperWords, code)).toBe(true);
    expect(sentence(askedPaperWords, 'fr', code)).not.toMatch(/[{}]/);
    expect(sentence(askedPaperWords, 'en', code)).not.toMatch(/[{}]/);
  });

  it('names the paper that is asked already, and the day since when one is over', () => {
    expect(sentence(askedPaperWords, 'fr', 'paper.asked_already', { kind: 'Extrait Kbis' })).toContain('Extrait Kbis');
    expect(sentence(askedPaperWords, 'en', 'paper.asked_already', { kind: 'Extract' })).toContain('Extract');
    expect(sentence(askedPaperWords, 'fr', 'paper.already_expired', { day: '2026-01-31' })).not.toMatch(/[{}]/);
  });
});
