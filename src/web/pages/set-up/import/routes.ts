import type { Route } from '../../../route.ts';
import { choosePage, takeFile } from './choose.tsx';
import { confirm, forget, match, previewPage } from './preview.tsx';
import { templateFile } from './template-file.ts';

const action = 'importFigures';

export const importPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/import', action, handle: (asked) => choosePage(asked) },
  { method: 'POST', path: '/set-up/import', action, takesFiles: true, handle: takeFile },
  { method: 'GET', path: '/set-up/import/template/:kind/download', action, handle: templateFile },
  { method: 'GET', path: '/set-up/import/:import', action, handle: previewPage },
  { method: 'POST', path: '/set-up/import/:import', action, handle: confirm },
  { method: 'POST', path: '/set-up/import/:import/match', action, handle: match },
  { method: 'POST', path: '/set-up/import/:import/forget', action, handle: forget },
];
