import { expect, test } from '@playwright/test';
import type { Who } from './cast.ts';
import { followLinks } from './follow-links.ts';
import { enter } from './people.ts';

const homes: Record<Who, string> = {
  facilitator: '/facilitateur',
  lead: '/facilitateur',
  partner: '/partenaire',
  buyer: '/acheteur',
  employer: '/entreprise',
  administrator: '/admin',
};

// After the main job, which leaves a row behind almost every link.
for (const [who, home] of Object.entries(homes) as [Who, string][]) {
  // The lead follows nearly every link of the facilitator: again in the long run.
  if (who === 'lead' && !process.env.JONCTION_LONG) continue;
  test(`every link that the ${who} can follow leads somewhere`, async ({ browser }) => {
    const page = await enter(browser, who);
    const { seen, deadEnds } = await followLinks(page.request, home);
    expect(deadEnds).toEqual([]);
    expect(seen.length).toBeGreaterThan(1);
  });
}
