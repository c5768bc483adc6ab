import { describe, expect, it } from 'vitest';
import { numberedPages, pageOf } from './numbered.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('one page of a long list', () => {
  it.each<[count: number, asked: string | null, page: number, pages: number, from: number, to: number]>([
    [0, null, 1, 1, 0, 0],
    [50, null, 1, 1, 1, 50],
    [51, null, 1, 2, 1, 50],
    [51, '2', 2, 2, 51, 51],
    [120, '3', 3, 3, 101, 120],
    [120, '4', 3, 3, 101, 120],
    [120, '0', 1, 3, 1, 50],
    [120, '-1', 1, 3, 1, 50],
    [120, 'two', 1, 3, 1, 50],
    [120, '1e9', 1, 3, 1, 50],
    [120, '99999999999', 1, 3, 1, 50],
  ])('of %i lines, asked for %s', (count, asked, page, pages, from, to) => {
    const found = pageOf(lines(count), asked, 50);
    expect(found).toMatchObject({ page, pages, from, to, of: count });
    expect(found.items).toEqual(lines(count).slice(from === 0 ? 0 : from - 1, to));
  });
});

describe('the links to the pages', () => {
  const said = (page: number, pages: number) =>
    numberedPages({ page, pages }, (each) => `?page=${each}`)
      ?.items?.map((item) => (item.ellipsis ? '…' : `${item.number}${item.current ? '*' : ''}`))
      .join(' ');
  it.each([
    [1, 1, undefined],
    [1, 2, '1* 2'],
    [2, 3, '1 2* 3'],
    [1, 20, '1* 2 … 20'],
    [3, 20, '1 2 3* 4 … 20'],
    [4, 20, '1 2 3 4* 5 … 20'],
    [5, 20, '1 … 4 5* 6 … 20'],
    [17, 20, '1 … 16 17* 18 19 20'],
    [20, 20, '1 … 19 20*'],
  ])('on page %i of %i', (page, pages, links) => expect(said(page, pages)).toBe(links));

  it('lead to the page before and after', () => {
    const ends = (page: number) => {
      const found = numberedPages({ page, pages: 3 }, (each) => `?page=${each}`);
      return [found?.previous?.href, found?.next?.href];
    };
    expect([ends(1), ends(2), ends(3)]).toEqual([
      [undefined, '?page=2'],
      ['?page=1', '?page=3'],
      ['?page=2', undefined],
    ]);
  });
});
