import type { Route } from '../../../route.ts';
import { brandingPage, saveBranding } from './branding-page.tsx';

const action = 'changeBranding';

export const brandingPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/branding', action, handle: brandingPage },
  { method: 'POST', path: '/set-up/branding', action, handle: saveBranding },
];
