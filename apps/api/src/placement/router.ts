import { router } from '../trpc.ts';
import { listArrivals, saveArrival, setArrivalModel, showArrival, showArrivalModel } from './arrival.ts';
import { create } from './create.ts';
import { end } from './end.ts';
import { list } from './list.ts';
import { listMine } from './list-mine.ts';
import { recordModality, showModality } from './modality.ts';
import { prepare } from './prepare.ts';
import { show } from './show.ts';
import { tellArrival } from './tell-arrival.ts';

export const placementRouter = router({
  prepare,
  create,
  list,
  show,
  end,
  listMine,
  showModality,
  recordModality,
  showArrivalModel,
  setArrivalModel,
  showArrival,
  saveArrival,
  tellArrival,
  listArrivals,
});
