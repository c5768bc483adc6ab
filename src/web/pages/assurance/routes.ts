import type { Route } from '../../route.ts';
import { packFile } from './pack-file.ts';
import { samplePage, saveResult } from './sample-page.tsx';
import { drawSample, samplesPage } from './samples-page.tsx';

/** Figures that internal audit tests: samples, what they rest on, and what the tests showed. */
export const assurancePages: readonly Route[] = [
  { method: 'GET', path: '/assurance', action: 'readSamples', handle: samplesPage },
  { method: 'POST', path: '/assurance', action: 'testFigures', handle: drawSample },
  { method: 'GET', path: '/assurance/:sample', action: 'readSamples', handle: samplePage },
  { method: 'POST', path: '/assurance/:sample', action: 'testFigures', handle: saveResult },
  { method: 'GET', path: '/assurance/:sample/:name', action: 'readSamples', handle: packFile },
];
