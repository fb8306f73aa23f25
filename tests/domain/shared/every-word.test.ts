import { organisationKinds, roles } from '@jonction/domain/access/role';
import { accessWords } from '@jonction/domain/access/words';
import { contactChannels, contactOutcomes, contactPurposes } from '@jonction/domain/contact/outcome';
import { contactWords } from '@jonction/domain/contact/words';
import { contractEventTypes, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { contractWords } from '@jonction/domain/contract/words';
import { categoryFamilies } from '@jonction/domain/eligibility/category';
import { readingPurposes } from '@jonction/domain/eligibility/reading-purpose';
import { ownWindowKinds } from '@jonction/domain/eligibility/window';
import { eligibilityWords } from '@jonction/domain/eligibility/words';
import { messageStatuses, messageWords } from '@jonction/domain/message/words';
import { employmentKinds, offerStatuses } from '@jonction/domain/offer/offer';
import { offerWords } from '@jonction/domain/offer/words';
import { partnerSubkinds } from '@jonction/domain/organisation/organisation';
import { organisationWords } from '@jonction/domain/organisation/words';
import { consentWays } from '@jonction/domain/participant/consent';
import { errandKinds } from '@jonction/domain/participant/errand';
import { reachReasons } from '@jonction/domain/participant/reach';
import { reachWords } from '@jonction/domain/participant/reach-words';
import { recommendationStatuses } from '@jonction/domain/participant/recommend';
import { thirdRelations } from '@jonction/domain/participant/relation';
import { sameReasons } from '@jonction/domain/participant/same-person';
import { participantStatuses, preferredChannels, sexes } from '@jonction/domain/participant/status';
import { participantWords } from '@jonction/domain/participant/words';
import { executionModes, windowKinds } from '@jonction/domain/placement/placement';
import { placementWords } from '@jonction/domain/placement/words';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { pushObstacles } from '@jonction/domain/positioning/push';
import { reasonWords } from '@jonction/domain/positioning/reason-words';
import { endReasons } from '@jonction/domain/positioning/reasons';
import { positioningWords } from '@jonction/domain/positioning/words';
import { frenchScale } from '@jonction/domain/reference/language';
import { referenceWords } from '@jonction/domain/reference/words';
import { locales } from '@jonction/domain/shared/locale';
import { hasSentence, sentence, type Words } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

/** Each list of codes that people read, with the catalogue and the beginning of the keys that say it. */
const lists: readonly (readonly [prefix: string, words: Words, codes: readonly (string | number)[]])[] = [
  ['access.role.', accessWords, roles],
  ['organisation.kind.', organisationWords, organisationKinds],
  ['organisation.subkind.', organisationWords, partnerSubkinds],
  ['participant.status.', participantWords, participantStatuses],
  ['participant.sex.', participantWords, sexes],
  ['participant.channel.', participantWords, preferredChannels],
  ['participant.relation.', reachWords, thirdRelations],
  ['participant.reach.', reachWords, reachReasons],
  ['participant.errand.', reachWords, errandKinds],
  ['participant.consent_way.', participantWords, consentWays],
  ['participant.recommendation.', participantWords, recommendationStatuses],
  ['participant.same.', participantWords, sameReasons],
  ['contact.channel.', contactWords, contactChannels],
  ['contact.outcome.', contactWords, contactOutcomes],
  ['contact.purpose.', contactWords, contactPurposes],
  ['eligibility.purpose.', eligibilityWords, readingPurposes],
  ['eligibility.family_', eligibilityWords, categoryFamilies],
  ['eligibility.kind_', eligibilityWords, ['fixed_term', ...ownWindowKinds]],
  ['contract.status.', contractWords, contractStatuses],
  ['contract.event.', contractWords, contractEventTypes],
  ['contract.event_source.', contractWords, contractEventSources],
  ['offer.status.', offerWords, offerStatuses],
  ['offer.kind.', offerWords, employmentKinds],
  ['positioning.status.', positioningWords, positioningStatuses],
  ['positioning.reason.', reasonWords, endReasons],
  ['positioning.obstacle.', positioningWords, pushObstacles],
  ['placement.window.', placementWords, windowKinds],
  ['placement.mode.', placementWords, executionModes],
  ['message.status.', messageWords, messageStatuses],
  ['reference.french_', referenceWords, frenchScale.map((_, level) => level)],
];

describe.each(lists)('%s', (prefix, words, codes) => {
  const read = (locale: 'fr' | 'en') => codes.map((code) => sentence(words, locale, `${prefix}${code}`));

  it('has words for every code, in both languages', () => {
    expect(codes.filter((code) => !hasSentence(words, `${prefix}${code}`))).toEqual([]);
    for (const locale of locales) expect(read(locale).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('tells its codes apart: no two read alike', () => {
    for (const locale of locales) expect(new Set(read(locale)).size, locale).toBe(codes.length);
  });

  it('has no words left for a code that is gone', () => {
    const said = Object.keys(words.fr).filter((key) => key.startsWith(prefix));
    expect(said.filter((key) => !codes.some((code) => key === `${prefix}${code}`))).toEqual([]);
  });

  it('is a label, not a sentence: it ends without a full stop and fits in a list', () => {
    for (const text of locales.flatMap(read)) {
      expect(text).not.toMatch(/\.$/);
      expect(text.length).toBeLessThanOrEqual(60);
    }
  });
});
