import { setFlagsFromString } from 'node:v8';

/**
 * Lets the collector of short-lived memory work without helper threads, for a process that answers people. Each pause
 * lasts until the last helper is done, and where the database and an import take the cores a helper waits for one while
 * every page waits for it. Alone it takes little longer, and never waits. See the p99 in docs/benchmarks-web.md.
 */
export const collectAlone = (): void => setFlagsFromString('--no-parallel-scavenge');
