import { declareByLink, describeLink, openLink } from './by-link.ts';
import { answerQuarter, listCampaigns, listQuarters, remindCampaign, showCampaign } from './campaigns.ts';
import { declareNone } from './declare-none.ts';
import { listLate, remindLate } from './list-late.ts';

/** Months and quarters that miss hours: who is late, who is told, and how a company answers. */
export const lateProcedures = {
  declareNone,
  listLate,
  remindLate,
  listCampaigns,
  showCampaign,
  remindCampaign,
  listQuarters,
  answerQuarter,
  describeLink,
  openLink,
  declareByLink,
};
