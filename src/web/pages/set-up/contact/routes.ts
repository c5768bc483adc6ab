import type { Route } from '../../../route.ts';
import { contactPage, saveContact } from './contact-page.tsx';

const action = 'changeBranding';

export const contactPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/contact', action, handle: contactPage },
  { method: 'POST', path: '/set-up/contact', action, handle: saveContact },
];
