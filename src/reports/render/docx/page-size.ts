/** Lengths in twips, twentieths of a point. The library wants portrait measures even for a landscape page. */
export const A4_PORTRAIT = { width: 11906, height: 16838 } as const;

export const MARGIN = { top: 1000, right: 720, bottom: 850, left: 720, header: 450, footer: 400 } as const;

/** Width between the margins of the landscape page. */
export const TEXT_WIDTH = A4_PORTRAIT.height - MARGIN.left - MARGIN.right;
