import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { renderAll } from '../../workflow/produce-report.ts';
import { readReport } from '../../workflow/queries/read-report.ts';
import { type Console, printJson } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { writableFolder } from '../folder.ts';
import { readPeriod } from '../period.ts';
import { RENDERERS } from '../renderers.ts';

const PERIOD = '2018-19/Q2';

export function demoCommand(console: Console): Command {
  const command = new Command('demo')
    .description('the demonstration authority on the embedded database, with its reports in every format')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: DatabaseOptions & { json?: boolean }) =>
    runDemo(console, options),
  );
}

async function runDemo(console: Console, options: DatabaseOptions & { json?: boolean }): Promise<void> {
  const folder = join(options.data, 'reports');
  await writableFolder(folder);
  console.progress('Starting the database…');
  const { authority, reports } = await withStore(options, async (store) => {
    console.progress('Filling the demonstration authority…');
    const { fillDemo } = await import('../../demo/fill-demo.ts');
    const { demoFacts } = await import('../../demo/demo-facts.ts');
    await fillDemo(store);
    const { authority } = demoFacts();
    const question = { authority: authority.code, period: readPeriod(PERIOD), scorecard: null, asAt: null };
    return {
      authority,
      reports: [
        await readReport(store, 'improvement', question),
        await readReport(store, 'scorecard', question),
      ],
    };
  });
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
  if (options.json)
    return printJson(console, {
      authority: { code: authority.code, name: authority.name },
      period: PERIOD,
      files: paths,
    });
  const [improvement] = reports;
  console.out(
    [
      `${authority.name}, ${improvement?.period.label}: ${improvement?.summary.sentence}`,
      '',
      'The Improvement Report and the full Council Scorecard are in:',
      ...paths.map((path) => `  ${path}`),
      '',
      `Open ${paths.find((path) => path.endsWith('.html'))} first.`,
      `Try: npx outturn report improvement --period ${PERIOD} --authority ${authority.code} --data ${options.data} --format pdf --out .`,
    ].join('\n'),
  );
}
