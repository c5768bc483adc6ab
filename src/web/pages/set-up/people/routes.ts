import type { Route } from '../../../route.ts';
import { peopleList } from './people-list.tsx';
import {
  addPerson,
  changePerson,
  changeTheirAccess,
  newPersonPage,
  personPage,
  setTheirPassword,
} from './person-page.tsx';
import { addSeveral, severalPage } from './several.tsx';

const action = 'managePeople';

export const peoplePages: readonly Route[] = [
  { method: 'GET', path: '/set-up/people', action: 'readSetUp', handle: peopleList },
  { method: 'GET', path: '/set-up/people/new', action, handle: newPersonPage },
  { method: 'POST', path: '/set-up/people/new', action, handle: addPerson },
  { method: 'GET', path: '/set-up/people/several', action, handle: (asked) => severalPage(asked) },
  { method: 'POST', path: '/set-up/people/several', action, handle: addSeveral },
  { method: 'GET', path: '/set-up/people/:person', action, handle: personPage },
  { method: 'POST', path: '/set-up/people/:person', action, handle: changePerson },
  { method: 'POST', path: '/set-up/people/:person/access', action, handle: changeTheirAccess },
  { method: 'POST', path: '/set-up/people/:person/password', action, handle: setTheirPassword },
];
