import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { type Console, printJson } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { writableFolder } from '../folder.ts';

export function publishExportCommand(console: Console): Command {
  const command = new Command('export')
    .description('write everything that is published to a folder that any web server can serve')
    .requiredOption('--out <dir>', 'folder to write to; made if it is not there')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action(
    async (options: DatabaseOptions & { out: string; json?: boolean }) => {
      await writableFolder(options.out);
      await withStore(
        options,
        async (store) => {
          const authority = await chosenAuthority(store, options);
          const { publicFolder } = await import('../../web/public-site/folder.tsx');
          let files = 0;
          const editions = new Set<string>();
          for await (const { path, bytes } of publicFolder(store, authority, new Date().toISOString())) {
            const target = join(options.out, ...path.split('/'));
            if (bytes === null) {
              await rm(target, { force: true });
              continue;
            }
            await mkdir(dirname(target), { recursive: true });
            await writeFile(target, bytes);
            files += 1;
            if (path.endsWith('/index.html')) editions.add(path);
            console.progress(`${files} files written`);
          }
          console.progress('');
          const said = { authority: authority.code, folder: options.out, editions: editions.size, files };
          if (options.json) printJson(console, said);
          else
            console.out(
              `Written ${options.out}: ${editions.size} edition${editions.size === 1 ? '' : 's'}, ${files} files.`,
            );
        },
        { toRead: true },
      );
    },
  );
}
