import { Command } from 'commander';
import { editionName } from '../../domain/round/edition.ts';
import { withdrawEdition } from '../../workflow/editions/withdraw.ts';
import { readEdition } from '../../workflow/queries/editions.ts';
import { actingAt, refusing } from '../acting.ts';
import { type Console, printJson } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';

interface WithdrawOptions extends DatabaseOptions {
  edition: string;
  reason: string;
  json?: boolean;
}

export function publishWithdrawCommand(console: Console): Command {
  const command = new Command('withdraw')
    .description('take an edition from its readers; its address says when and why, its bytes stay for audit')
    .requiredOption('--edition <id>', 'id of the edition, as publish printed it')
    .requiredOption('--reason <text>', 'why: everybody who opens its address reads this')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: WithdrawOptions) =>
    withStore(
      options,
      async (store) => {
        const authority = await chosenAuthority(store, options);
        const acting = actingAt(console, authority);
        const { edition: id, reason } = options;
        await refusing(() => withdrawEdition(store, acting, id, reason));
        const edition = await readEdition(store, authority.code, id);
        if (edition?.withdrawn == null) throw new Error(`${id} was not withdrawn`);
        const { report, title, period, scorecard, number, standing, withdrawn } = edition;
        if (options.json) {
          const said = { id, report, title, period, scorecard, number, standing };
          printJson(console, { authority: authority.code, edition: said, withdrawn });
        } else {
          console.out(
            `${editionName(edition)} of ${title}, ${period}, has been withdrawn. Run publish export again where it was copied to.`,
          );
        }
      },
      { toRead: true },
    ),
  );
}
