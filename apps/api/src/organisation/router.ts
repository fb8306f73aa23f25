import { router } from '../trpc.ts';
import { askSecond, nameSecond } from './ask-second.ts';
import { create } from './create.ts';
import { endDirectorate } from './directorate/end.ts';
import { listDirectorates } from './directorate/list.ts';
import { createDirectorate, renameDirectorate } from './directorate/name.ts';
import { placeInDirectorate } from './directorate/place.ts';
import { showDirectorate } from './directorate/show.ts';
import { listContacts } from './list-contacts.ts';
import { listStaleContacts } from './list-stale-contacts.ts';
import { proveContact } from './prove-contact.ts';
import { rename } from './rename.ts';
import { saveContact } from './save-contact.ts';
import { search } from './search.ts';
import { show } from './show.ts';

export const organisationRouter = router({
  search,
  create,
  rename,
  show,
  listContacts,
  listStaleContacts,
  saveContact,
  proveContact,
  listDirectorates,
  showDirectorate,
  createDirectorate,
  renameDirectorate,
  placeInDirectorate,
  endDirectorate,
  askSecond,
  nameSecond,
});
