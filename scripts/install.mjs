// Installs what a fresh checkout needs before its first command: npm packages, and for the tests Debian packages.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = dirname(dirname(fileURLToPath(import.meta.url)));

/** `npm ci` unless what is installed is as new as the lock file. */
export function installPackages() {
  const installed = join(home, 'node_modules', '.package-lock.json');
  if (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(home, 'package-lock.json')).mtimeMs
  )
    return;
  console.error('Installing npm packages (npm ci)…');
  execFileSync('npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}

/** What the tests drive beside Node, the file that shows it is there, and the Debian packages that bring it. */
const TOOLS = [
  { name: 'Chromium', shownBy: '/usr/bin/chromium', packages: ['chromium', 'fonts-liberation'] },
  {
    name: 'LibreOffice',
    shownBy: '/usr/bin/soffice',
    packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
  },
  { name: 'Java for veraPDF', shownBy: '/usr/bin/javac', packages: ['default-jdk-headless'] },
  { name: 'JAXB for veraPDF', shownBy: '/usr/share/java/jaxb-runtime.jar', packages: ['libjaxb-java'] },
  { name: 'Poppler', shownBy: '/usr/bin/pdftotext', packages: ['poppler-utils'] },
  { name: 'qpdf', shownBy: '/usr/bin/qpdf', packages: ['qpdf'] },
  { name: 'PostgreSQL server', shownBy: '/usr/lib/postgresql', packages: ['postgresql'] },
];

/** Installs missing tools where this is Debian and we may; says loudly what stays missing, and in CI stops there. */
export function installTestTools() {
  const missing = () => TOOLS.filter((tool) => !existsSync(tool.shownBy));
  const wanted = missing();
  if (wanted.length === 0) return;
  const apt = spawnSync('apt-get', ['--version']).status === 0;
  const prefix =
    process.getuid?.() === 0 ? [] : spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
  if (apt && prefix !== null) {
    const packages = wanted.flatMap((tool) => tool.packages);
    console.error(`Installing Debian packages for the tests: ${packages.join(' ')}…`);
    const run = (...command) => {
      const [program, ...rest] = [...prefix, ...command];
      return spawnSync(program, rest, {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    };
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  const still = missing();
  if (still.length === 0) return;
  console.error(`\n*** NOT INSTALLED: ${still.map((tool) => tool.name).join(', ')}.`);
  console.error(
    `*** Tests that need them are skipped by name. On Debian: apt-get install ${still.flatMap((tool) => tool.packages).join(' ')}\n`,
  );
  if (process.env.CI) process.exit(1);
}
