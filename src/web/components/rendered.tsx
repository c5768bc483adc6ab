import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * A part of a page as markup, so that it need not be made again while it says the same. Made of components alone, which
 * escape what they show: nothing else can make one.
 */
export class Rendered {
  readonly markup: string;
  constructor(part: VNode) {
    this.markup = renderToString(part);
  }
}

/** The part on a page, within an element of its own. */
export const Again = ({ part }: { part: Rendered }) => (
  <div dangerouslySetInnerHTML={{ __html: part.markup }} />
);
