import { messagePermissions } from '@jonction/domain/message/permissions';
import { messageStatuses, messageWords } from '@jonction/domain/message/words';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

describe('letters that left or wait', () => {
  it('are read by the team and the administrator, and by nobody outside', () => {
    for (const { who } of Object.values(messagePermissions)) {
      expect([...who].toSorted()).toEqual(['administrator', 'facilitator', 'lead']);
    }
  });

  it('never tell another structure that they exist', () => {
    expect(messagePermissions['message.list'].elsewhere).toBe('nothing');
    expect(messagePermissions['message.show'].elsewhere).toBe('not_found');
  });

  it.each(['fr', 'en'] as const)('stand in four places, each by words of its own, in %s', (locale) => {
    const said = messageStatuses.map((status) => sentence(messageWords, locale, `message.status.${status}`));
    expect(new Set(said).size).toBe(4);
    for (const words of said) expect(words).not.toContain('message.');
  });

  it('do not pass for sent while no relay took them', () => {
    expect(sentence(messageWords, 'fr', 'message.status.kept')).toContain('aucun relais');
    expect(sentence(messageWords, 'en', 'message.status.kept')).toContain('no mail relay');
  });
});
