import { gatherHours } from '@jonction/api/report/gather-hours';
import type { TrayRow } from '@jonction/db/hours/queries';
import { describe, expect, it } from 'vitest';

const row: TrayRow = {
  contractId: 'a',
  contractNumber: 1,
  contractObject: 'Nettoyage',
  employerNames: ['Propreté du Val'],
  phones: ['+33199000001'],
  policy: 'emergency-2020',
  rule: 'sick-ss',
  reason: 'evidence-missing',
  from: '2020-04-06',
  to: '2020-04-10',
  lines: 3,
  people: 2,
  centihours: 9_000,
  since: '2020-05-04T08:00:00Z',
};

describe('hours that wait for a paper, on the home', () => {
  it('say whom to call when one company has it, whatever the contracts', () => {
    const [item] = gatherHours([row, { ...row, contractId: 'b' }], []);
    expect(item).toMatchObject({ lines: 6, contracts: 2, employerNames: ['Propreté du Val'], phone: '+33199000001' });
  });

  it('give no number when several companies have them, or when none is known', () => {
    const [several] = gatherHours(
      [row, { ...row, contractId: 'b', employerNames: ['Peinture du Val'], phones: [] }],
      [],
    );
    expect(several).toMatchObject({ employerNames: ['Propreté du Val', 'Peinture du Val'], phone: null });
    expect(gatherHours([{ ...row, phones: [] }], [])[0]?.phone).toBeNull();
  });
});
