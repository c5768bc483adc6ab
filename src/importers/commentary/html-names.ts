/**
 * Element names by how a commentary treats them. The standard: https://html.spec.whatwg.org/#elements-3
 * A name that is in none of these lists is not markup: `<name of school>` is what an officer wrote.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Start and end a paragraph. A table is read cell by cell. */
export const BLOCK_NAMES = words(
  'p div h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th blockquote pre dl dt dd section article ' +
    'header footer hr',
);

/** Kept as marks, or as nothing but the words inside them. */
export const INLINE_NAMES = words('br strong b em i a span font u s sup sub small');

export const LIST_NAMES = words('ul ol li');

/** Nothing inside these is meant to be read. */
export const SILENT_NAMES = words('script style template iframe object embed noscript svg math head title');

/** The other standard names; in text that is declared to be HTML they are markup too. */
export const OTHER_NAMES = words(
  'html body main nav aside address figure figcaption abbr cite code data del dfn ins kbd mark q samp time var ' +
    'wbr bdi bdo ruby rt rp img picture source audio video track map area canvas form input button select ' +
    'option optgroup textarea label fieldset legend datalist output progress meter details summary dialog ' +
    'slot link meta base col colgroup param center strike tt big acronym applet marquee xmp plaintext frame ' +
    'frameset noframes noembed nobr',
);

/** These close by themselves, so leaving them open does not nest. */
export const UNNESTED_NAMES = words(
  'p li br hr img input area base col embed link meta param source track wbr frame',
);
