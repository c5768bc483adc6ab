// The first command of a fresh checkout: installs what is missing, then runs `outturn demo`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { home, installPackages } from './install.mjs';

installPackages();
const { status } = spawnSync(
  process.execPath,
  [join(home, 'bin', 'outturn.js'), 'demo', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
