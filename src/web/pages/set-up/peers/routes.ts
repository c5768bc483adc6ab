import type { Route } from '../../../route.ts';
import { changePeerGroup, peerGroupPage } from './edit.tsx';
import { peerGroupList } from './list.tsx';

const action = 'changePeers';

export const peerGroupPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/peers', action: 'readSetUp', handle: peerGroupList },
  { method: 'GET', path: '/set-up/peers/new', action, handle: peerGroupPage },
  { method: 'POST', path: '/set-up/peers/new', action, handle: changePeerGroup },
  { method: 'GET', path: '/set-up/peers/:group', action, handle: peerGroupPage },
  { method: 'POST', path: '/set-up/peers/:group', action, handle: changePeerGroup },
];
