import { exemptionReasons, mayExempt, shortWorksMonths } from '@jonction/domain/programme/exemption';
import { exemptSchema } from '@jonction/domain/programme/planned-schema';
import { programmeWords } from '@jonction/domain/programme/words';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const words = 'Le chantier dure quatre mois et demande des soudeurs qualifiés.';
const plannedId = '0199a000-0000-7000-8000-000000000001';

/** Kind, months, and why the reason of short works is refused; null: it holds. */
const shortWorks: readonly [string | null, number | null, string | null][] = [
  ['works', null, 'programme.exemption_duration_unknown'],
  ['works', 1, null],
  ['works', 5, null],
  ['works', 6, 'programme.exemption_too_long_works'],
  ['works', 7, 'programme.exemption_too_long_works'],
  ['works', 48, 'programme.exemption_too_long_works'],
  ['supplies', null, 'programme.exemption_only_works'],
  ['supplies', 1, 'programme.exemption_only_works'],
  ['supplies', 5, 'programme.exemption_only_works'],
  ['supplies', 6, 'programme.exemption_only_works'],
  ['supplies', 7, 'programme.exemption_only_works'],
  ['supplies', 48, 'programme.exemption_only_works'],
  ['services', null, 'programme.exemption_only_works'],
  ['services', 1, 'programme.exemption_only_works'],
  ['services', 5, 'programme.exemption_only_works'],
  ['services', 6, 'programme.exemption_only_works'],
  ['services', 7, 'programme.exemption_only_works'],
  ['services', 48, 'programme.exemption_only_works'],
  ['concession', null, 'programme.exemption_only_works'],
  ['concession', 1, 'programme.exemption_only_works'],
  ['concession', 5, 'programme.exemption_only_works'],
  ['concession', 6, 'programme.exemption_only_works'],
  ['concession', 7, 'programme.exemption_only_works'],
  ['concession', 48, 'programme.exemption_only_works'],
  [null, null, 'programme.exemption_only_works'],
  [null, 1, 'programme.exemption_only_works'],
  [null, 5, 'programme.exemption_only_works'],
  [null, 6, 'programme.exemption_only_works'],
  [null, 7, 'programme.exemption_only_works'],
  [null, 48, 'programme.exemption_only_works'],
];

describe('doing without social conditions', () => {
  it.each(shortWorks)('for %s of %s months, short works: %s', (kind, durationMonths, code) => {
    const decided = mayExempt({ kind, durationMonths }, { reason: 'short_works', words });
    expect(decided.ok ? null : decided.refusal.code).toBe(code);
  });

  it.each(['available_solution', 'no_link', 'competition'] as const)(
    'for %s asks neither kind nor duration',
    (reason) => {
      for (const kind of ['works', 'supplies', null]) {
        for (const durationMonths of [null, 2, 48]) {
          const decided = mayExempt({ kind, durationMonths }, { reason, words });
          expect(decided).toEqual({ ok: true, value: { reason, words } });
        }
      }
    },
  );

  it('tells how long works last that are too long for it', () => {
    const decided = mayExempt({ kind: 'works', durationMonths: shortWorksMonths }, { reason: 'short_works', words });
    expect(decided).toMatchObject({ refusal: { facts: { durationMonths: 6 } } });
  });

  it('has four reasons, each in words', () => {
    expect(exemptionReasons).toHaveLength(4);
    for (const reason of exemptionReasons) {
      expect(hasSentence(programmeWords, `programme.exemption.${reason}`)).toBe(true);
    }
  });

  it('is written in words that can be read again, or withdrawn', () => {
    const read = (exemption: unknown) => exemptSchema.safeParse({ plannedId, exemption });
    expect(read(null).success).toBe(true);
    expect(read({ reason: 'no_link', words }).success).toBe(true);
    expect(read({ reason: 'no_link', words: `  ${words}  ` }).data?.exemption?.words).toBe(words);
    expect(read({ reason: 'no_link', words: 'Sans objet' }).error?.issues[0]?.message).toBe(
      'programme.exemption_words_missing',
    );
    expect(read({ reason: 'no_link', words: ' '.repeat(40) }).success).toBe(false);
    expect(read({ reason: 'other', words }).error?.issues[0]?.message).toBe('programme.exemption_reason_missing');
    expect(read({ reason: 'no_link', words: 'a'.repeat(4001) }).error?.issues[0]?.message).toBe('programme.too_long');
  });
});
