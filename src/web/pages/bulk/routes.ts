import type { Asked, Route } from '../../route.ts';
import { ownSubject } from '../../subject.ts';
import { bulkPage } from './bulk-page.tsx';
import { saveFile, saveGrid, savePasted, template } from './save.tsx';

const bulk = '/bulk/:period';
const own = { action: 'readOwnWork', subject: ownSubject } as const;

/** Each shows and takes only what the policy lets this person enter. */
export const bulkPages: readonly Route[] = [
  { method: 'GET', path: bulk, ...own, handle: (asked: Asked) => bulkPage(asked) },
  { method: 'POST', path: bulk, ...own, handle: saveGrid },
  { method: 'POST', path: `${bulk}/pasted`, ...own, handle: savePasted },
  { method: 'POST', path: `${bulk}/file`, ...own, takesFiles: true, handle: saveFile },
  { method: 'GET', path: `${bulk}/template.xlsx`, ...own, handle: template },
];
