import { parisDayOf } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatInstant } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import type { ProofFacts } from '@jonction/domain/signature/proof';
import { signatureWords as words } from '@jonction/domain/signature/words';
import type { Printed, PrintedCell } from '../printed/printed.ts';

/** The paper that proves the signatures of a document: what was signed, by whom, when and how. It goes with the document. */
export function layOutProof(
  facts: ProofFacts,
  { code, issuedAt, address }: { code: string; issuedAt: Date; address: string },
  locale: Locale,
): Printed {
  const say = (key: PlainKey) => translate(words, locale, key);
  const at = (instant: string) => formatInstant(new Date(instant), locale);
  const forName = facts.side === 'company' && facts.employerName !== null ? facts.employerName : facts.structureName;
  const asked = { name: facts.askedByName, value: forName, at: at(facts.askedAt) };
  const size = { pages: facts.pages, count: facts.sizeBytes };
  const rows: [string, PrintedCell][] = [
    [say('signature.proof_document'), facts.title],
    [say('signature.proof_file'), facts.fileName],
    [say('signature.proof_size'), translate(words, locale, 'signature.proof_size_value', size)],
    [say('signature.proof_hash'), facts.sha256],
    [say('signature.proof_asked_by'), translate(words, locale, 'signature.proof_asked_value', asked)],
    ...(facts.employerName === null
      ? []
      : [[say('signature.proof_company'), facts.employerName] satisfies [string, PrintedCell]]),
  ];
  return {
    title: say('signature.proof_title'),
    locale,
    from: forName,
    reference: translate(words, locale, 'signature.proof_reference', { code, day: parisDayOf(issuedAt) }),
    blocks: [
      { kind: 'text', text: say('signature.proof_says') },
      { kind: 'facts', rows },
      { kind: 'heading', text: say('signature.proof_sentence') },
      { kind: 'text', text: facts.sentence },
      {
        kind: 'table',
        caption: say('signature.proof_signers'),
        headers: [
          say('signature.proof_signer'),
          say('signature.proof_address'),
          say('signature.proof_opened'),
          say('signature.proof_code'),
          say('signature.proof_signed'),
        ],
        rows: facts.signers.map((signer) => [
          nameOf(signer, locale),
          signer.address,
          signer.openedAt === null ? '' : at(signer.openedAt),
          at(signer.codeSentAt),
          at(signer.signedAt),
        ]),
        empty: say('signature.proof_none'),
      },
    ],
    check: { address, alt: say('signature.proof_alt'), words: say('signature.proof_check') },
  };
}

type PlainKey = Exclude<
  Extract<keyof (typeof words)['fr'], `signature.proof_${string}`>,
  `signature.proof_${'size_value' | 'asked_value' | 'typed' | 'reference'}`
>;

/** As she was asked, with what she is, and as she typed it where that is otherwise. */
function nameOf({ name, typedName, quality }: ProofFacts['signers'][number], locale: Locale): string {
  const value = quality ? `${name}, ${quality}` : name;
  if (typedName === name) return value;
  return translate(words, locale, 'signature.proof_typed', { value, typed: typedName });
}
