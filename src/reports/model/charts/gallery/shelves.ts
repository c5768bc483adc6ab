import { barShelf, funnelShelf } from './comparison-specimens.ts';
import type { Shelf } from './gallery.ts';
import { bulletShelf, trendShelf } from './target-specimens.ts';
import { xmrShelf } from './xmr-specimens.ts';

/** Every chart in every state that it can be in: shown on a page, compared by a test. */
export const shelves = (): Shelf[] => [trendShelf(), xmrShelf(), funnelShelf(), barShelf(), bulletShelf()];
