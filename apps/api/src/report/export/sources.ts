import type { ExportList } from '@jonction/domain/report/export-list';
import { contractSource } from './contracts.ts';
import { hourSource } from './hours.ts';
import { offerSource } from './offers.ts';
import { peopleSource } from './people.ts';
import { positioningSource } from './positionings.ts';
import type { SourceOf } from './source.ts';

export const sources: Readonly<Record<ExportList, SourceOf>> = {
  people: peopleSource,
  contracts: contractSource,
  positionings: positioningSource,
  hours: hourSource,
  offers: offerSource,
};
