import { shelves } from '../../../reports/model/charts/gallery/shelves.ts';
import { chartPng, chartSvg } from '../../../reports/render/picture/chart-file.ts';
import type { Answer, Asked, Route } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { galleryPage, shelfPage } from './gallery-page.tsx';

const picture =
  (format: 'svg' | 'png') =>
  async (asked: Asked): Promise<Answer> => {
    const shelf = shelves().find(({ id }) => id === asked.params.shelf);
    const chart = shelf?.specimens.find(({ id }) => id === asked.params.specimen)?.chart;
    if (chart === undefined) return notFoundPage(asked);
    return { kind: 'file', ...(format === 'svg' ? chartSvg(chart) : await chartPng(chart)) };
  };

export const galleryPages: readonly Route[] = [
  { method: 'GET', path: '/charts', action: 'readSetUp', handle: galleryPage },
  { method: 'GET', path: '/charts/:shelf', action: 'readSetUp', handle: shelfPage },
  { method: 'GET', path: '/charts/:shelf/:specimen/svg', action: 'readSetUp', handle: picture('svg') },
  { method: 'GET', path: '/charts/:shelf/:specimen/png', action: 'readSetUp', handle: picture('png') },
];
