import { accessWords } from '@jonction/domain/access/words';
import { fileWords } from '@jonction/domain/file/words';
import { matchingWords } from '@jonction/domain/matching/words';
import { offerWords } from '@jonction/domain/offer/words';
import { positioningWords } from '@jonction/domain/positioning/words';
import { sharedWords } from '@jonction/domain/shared/shared-words';
import { joinWords } from '@jonction/domain/shared/words';

/** Every sentence the API can say, one catalogue per noun. */
export const words = joinWords(sharedWords, accessWords, fileWords, offerWords, positioningWords, matchingWords);
