// Renews the picture in the README from the demonstration city's Improvement Report (needs Poppler's pdftoppm).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from './install.mjs';

const folder = mkdtempSync(join(tmpdir(), 'outturn-picture-'));
try {
  execFileSync(process.execPath, [join(home, 'bin', 'outturn.js'), 'demo', '--data', folder], {
    stdio: ['ignore', 'ignore', 2],
  });
  const report = join(folder, 'reports', 'borchester-improvement-report-2018-19-Q2.pdf');
  const page = join(folder, 'page');
  execFileSync('pdftoppm', ['-png', '-r', '96', '-f', '2', '-l', '2', '-singlefile', report, page], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  renameSync(`${page}.png`, join(home, 'docs', 'improvement-report.png'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
