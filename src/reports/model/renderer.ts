import type { Report } from './report.ts';

/** A rendered file. */
export interface RenderedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What every renderer is: a report in, bytes out; the same report gives the same bytes. */
export type Renderer = (report: Report) => Promise<RenderedFile>;
