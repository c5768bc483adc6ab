// The whole check, as a person and CI run it: install, types, lint, then every test.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { home, installPackages, installTestTools } from './install.mjs';

installPackages();
installTestTools();

const bin = (name) => join(home, 'node_modules', '.bin', name);
const steps = [
  ['types', bin('tsc'), '-p', '.'],
  ['lint', bin('biome'), 'ci', '.'],
  ['build', process.execPath, 'scripts/build.mjs'],
  ['tests', bin('vitest'), 'run', ...process.argv.slice(2)],
];
for (const [name, program, ...rest] of steps) {
  console.error(`\n== ${name}`);
  const { status } = spawnSync(program, rest, { cwd: home, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n== ${name} failed`);
    process.exit(status ?? 1);
  }
}
