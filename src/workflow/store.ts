/** What pages hand on to use cases and queries; they never query it themselves. */
export type { Store } from '../store/database.ts';
