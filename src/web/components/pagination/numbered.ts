import type { PaginationItem, PaginationProps } from './pagination.tsx';

/** A part of a list that is too long for one page. */
export interface PageOf<Item> {
  items: readonly Item[];
  /** From 1. */
  page: number;
  pages: number;
  /** Of the whole list, from 1; 0 where there is nothing. */
  from: number;
  to: number;
  of: number;
}

/**
 * The page that an address asks for: the first where it asks for none, the last where there are not so many.
 * @example pageOf([…120 lines], '3', 50) // { page: 3, pages: 3, from: 101, to: 120, of: 120, … }
 */
export function pageOf<Item>(all: readonly Item[], asked: string | null, onAPage: number): PageOf<Item> {
  const pages = Math.max(1, Math.ceil(all.length / onAPage));
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(pages, Math.max(1, wanted));
  const items = all.slice((page - 1) * onAPage, page * onAPage);
  const before = (page - 1) * onAPage;
  return {
    items,
    page,
    pages,
    from: items.length === 0 ? 0 : before + 1,
    to: before + items.length,
    of: all.length,
  };
}

/**
 * What `Pagination` shows of numbered pages: the first, the last, this one and its neighbours; three dots for the rest.
 * null where everything is on one page.
 */
export function numberedPages(
  { page, pages }: Pick<PageOf<unknown>, 'page' | 'pages'>,
  addressOf: (page: number) => string,
): PaginationProps | null {
  if (pages === 1) return null;
  const shown = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const items: PaginationItem[] = [];
  let last = 0;
  for (const number of [...new Set(shown)]) {
    // Dots for one page would take the room of that page.
    if (number === last + 2) items.push({ number: last + 1, href: addressOf(last + 1) });
    else if (number > last + 2) items.push({ ellipsis: true });
    items.push({ number, href: addressOf(number), ...(number === page ? { current: true } : {}) });
    last = number;
  }
  return {
    items,
    ...(page > 1 ? { previous: { href: addressOf(page - 1) } } : {}),
    ...(page < pages ? { next: { href: addressOf(page + 1) } } : {}),
  };
}
