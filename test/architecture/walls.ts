/**
 * Who may import whom: the walls of the house, as data. A part is the longest folder listed that holds the file.
 * `domain` and `formats` import nothing of ours; `reports/model` re-exports what renderers need of the domain.
 */
export const walls: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  formats: [],
  importers: ['domain', 'formats'],
  store: ['domain'],
  mail: ['domain'],
  'reports/model': ['domain'],
  'reports/charts': ['reports/model'],
  'reports/raster': [],
  'reports/render/html': ['reports/model', 'reports/charts', 'reports/raster', 'formats'],
  'reports/render/pdf': ['reports/model', 'reports/charts', 'reports/raster', 'formats'],
  'reports/render/docx': ['reports/model', 'reports/charts', 'reports/raster', 'formats'],
  'reports/render/xlsx': ['reports/model', 'reports/charts', 'reports/raster', 'formats'],
  'reports/render/csv': ['reports/model', 'reports/charts', 'reports/raster', 'formats'],
  'reports/render/json': ['reports/model', 'reports/charts', 'reports/raster', 'formats'],
  workflow: ['domain', 'store', 'reports/model'],
  auth: ['domain', 'store'],
  jobs: ['workflow', 'store', 'mail', 'reports', 'importers'],
  demo: ['domain', 'workflow', 'store', 'importers'],
  web: ['workflow', 'auth', 'reports', 'importers', 'domain'],
  api: ['workflow', 'auth', 'reports', 'importers', 'domain'],
  cli: [
    'domain',
    'formats',
    'importers',
    'store',
    'mail',
    'reports',
    'workflow',
    'auth',
    'jobs',
    'demo',
    'web',
    'api',
  ],
};

/** Within the domain each folder may use those above it in this list; files beside the folders come last. */
export const domainOrder: readonly string[] = [
  'number',
  'period',
  'organisation',
  'measure',
  'target',
  'statistics',
  'direction',
  'status',
  'commentary',
  'proposal',
  'commitment',
  'scorecard',
  'round',
  'permission',
];
