import type { Mailer } from '../mail/mailer.ts';
import type { PageAddresses } from '../mail/page-addresses.ts';
import type { Store } from '../store/database.ts';

/** What every part of the post needs. */
export interface Post {
  store: Store;
  /** Code of the authority. */
  authority: string;
  mailer: Mailer;
  pages: PageAddresses;
  log: Log;
}

/** One line for whoever runs the server; never the words of a message. */
export type Log = (line: string) => void;
