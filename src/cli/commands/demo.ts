import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Store } from '../../store/database.ts';
import { renderAll } from '../../workflow/produce-report.ts';
import { readReport } from '../../workflow/queries/read-report.ts';
import { type Console, printJson } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { writableFolder } from '../folder.ts';
import { readPeriod } from '../period.ts';
import { RENDERERS } from '../renderers.ts';
import { readPort } from './serve.ts';

const PERIOD = '2018-19/Q2';

interface DemoOptions extends DatabaseOptions {
  json?: boolean;
  port: string;
}

export function demoCommand(console: Console): Command {
  const command = new Command('demo')
    .description('the demonstration authority on the embedded database: its reports, and the web application')
    .option('--port <number>', 'port of the web application; the next free one where it is taken', '8080')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: DemoOptions) => runDemo(console, options));
}

async function runDemo(console: Console, options: DemoOptions): Promise<void> {
  const port = readPort(options.port);
  const folder = join(options.data, 'reports');
  await writableFolder(folder);
  console.progress('Starting the database…');
  await withStore(options, async (store) => {
    console.progress('Filling the demonstration authority…');
    const { fillDemo } = await import('../../demo/fill-demo.ts');
    await fillDemo(store);
    const { paths, sentence } = await writeReports(console, store, folder);
    const { authority } = await import('../../demo/authority.ts');
    if (options.json) {
      const said = { code: authority.code, name: authority.name };
      printJson(console, { authority: said, period: PERIOD, files: paths });
    } else {
      console.out(
        [
          `${authority.name}, ${sentence}`,
          '',
          'The Improvement Report and the full Council Scorecard are in:',
          ...paths.map((path) => `  ${path}`),
          '',
          `Try: npx outturn report improvement --period ${PERIOD} --authority ${authority.code} --data ${options.data} --format pdf --out .`,
        ].join('\n'),
      );
    }
    if (process.env.DEMO_ONCE) return;
    const { runDemoSite } = await import('../site/demo-site.ts');
    await runDemoSite(console, store, port);
  });
}

async function writeReports(console: Console, store: Store, folder: string) {
  const { authority } = await import('../../demo/authority.ts');
  const question = { authority: authority.code, period: readPeriod(PERIOD), scorecard: null, asAt: null };
  const reports = [
    await readReport(store, 'improvement', question),
    await readReport(store, 'scorecard', question),
  ];
  const renderers = await Promise.all(Object.values(RENDERERS).map((load) => load()));
  const paths: string[] = [];
  for (const report of reports) {
    const files = await renderAll(report, renderers, (file) => console.progress(`${file.name} written`));
    for (const file of files) {
      const path = join(folder, file.name);
      await writeFile(path, file.bytes);
      paths.push(path);
    }
  }
  console.progress('');
  const [improvement] = reports;
  return { paths, sentence: `${improvement?.period.label}: ${improvement?.summary.sentence}` };
}
