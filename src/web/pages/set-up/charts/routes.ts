import type { Route } from '../../../route.ts';
import { confirmRules, previewRules } from './preview-page.tsx';
import { chartRulesPage } from './rules-page.tsx';

const action = 'setChartRules';

export const chartRulesPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/charts', action: 'readSetUp', handle: (asked) => chartRulesPage(asked) },
  { method: 'POST', path: '/set-up/charts/preview', action, handle: previewRules },
  { method: 'POST', path: '/set-up/charts/confirm', action, handle: confirmRules },
];
