import type { Route } from '../../route.ts';
import {
  accessibilityPage,
  publishedEdition,
  publishedFile,
  publishedMeasure,
  publishedPage,
} from './published.tsx';

const route = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  action: 'readPublished',
  isPublic: true,
  handle,
});

/** What everybody may read, without signing in: what was made and stored when it was published. */
export const publishedPages: readonly Route[] = [
  route('/published', publishedPage),
  route('/published/:edition', publishedEdition),
  // Where the page of a measure leads back to, as in a folder of frozen files.
  route('/published/:edition/index.html', publishedEdition),
  route('/published/:edition/files/:name', publishedFile),
  route('/published/:edition/measures/:measure', publishedMeasure),
  route('/accessibility', accessibilityPage),
];
