import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import {
  type AuditHead,
  type AuditVerdict,
  exportAudit,
  readAuditHead,
  verifyAudit,
} from '../../store/audit-seal.ts';
import { type Console, printJson, Refusal, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { notFolder, writableFolder } from '../folder.ts';

interface Options extends DatabaseOptions {
  json?: boolean;
}

export function auditCommand(console: Console): Command {
  return new Command('audit')
    .description('check the chain of the audit trail, print its head, write it to a file')
    .addCommand(verifyAuditCommand(console))
    .addCommand(headCommand(console))
    .addCommand(exportCommand(console));
}

const child = (name: string, description: string) =>
  withDatabaseOptions(new Command(name).description(description).option('--json', 'print one JSON document'));

function verifyAuditCommand(console: Console): Command {
  return child('verify', 'work the chain out anew, and name the first entry that is not as it was')
    .option('--head <number:hash>', 'the head as an edition prints it: tells whether the end was cut off')
    .action(async (options: Options & { head?: string }) => {
      const expected = options.head === undefined ? null : headFrom(options.head);
      const { authority, verdict } = await onTrail(options, async (store, code) => ({
        authority: code,
        verdict: await verifyAudit(store, code, expected),
      }));
      if (options.json) {
        printJson(console, { result: verdict.intact ? 'intact' : 'broken', authority, ...said(verdict) });
      }
      if (verdict.problem !== null) throw new Refusal(verdict.problem.sentence, { documented: true });
      if (!options.json) console.out(sentence(verdict));
    });
}

const said = ({ head, events, seals, unsealed, slippedIn, problem }: AuditVerdict) => ({
  head,
  events,
  seals,
  unsealed,
  slippedIn,
  problem,
});

function sentence({ head, events, seals, unsealed, slippedIn }: AuditVerdict): string {
  if (head === null)
    return `${counted(events, 'event')}, none of them sealed yet: there is nothing to check.`;
  const newest = unsealed === 0 ? '' : ` ${counted(unsealed, 'newer event')} not sealed yet.`;
  const late =
    slippedIn === 0
      ? ''
      : ` In ${counted(slippedIn, 'seal')} there are events that came later than they say: look for audit.slippedIn in the trail.`;
  return (
    `The audit trail is as it was written: ${counted(events - unsealed, 'event')} in ${counted(seals, 'seal')}.` +
    `${newest}${late}\nHead ${printed(head)}`
  );
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function headCommand(console: Console): Command {
  return child('head', 'print the last seal of the chain, to keep it somewhere else').action(
    async (options: Options) => {
      const { authority, head } = await onTrail(options, async (store, code) => ({
        authority: code,
        head: await readAuditHead(store, code),
      }));
      if (options.json) printJson(console, { authority, head });
      else console.out(head === null ? 'Nothing has been sealed yet.' : printed(head));
    },
  );
}

function exportCommand(console: Console): Command {
  return child(
    'export',
    'write every event with its digest and every seal, for anybody to work the chain out',
  )
    .requiredOption('--out <file>', 'file to write, JSON lines: testham-audit.jsonl')
    .action(async (options: Options & { out: string }) => {
      const { out: file } = options;
      await notFolder(file);
      await writableFolder(dirname(file));
      const { authority, lines } = await onTrail(options, async (store, code) => ({
        authority: code,
        lines: await writeWhole(file, exportAudit(store, code)),
      }));
      if (options.json) printJson(console, { authority, file, lines });
      else console.out(`Written ${file}: ${counted(lines, 'line')}.`);
    });
}

/** The file appears when it is whole; one of that name is replaced then. */
async function writeWhole(file: string, source: AsyncIterable<string>): Promise<number> {
  const partial = `${file}.partial`;
  let lines = 0;
  const counting = async function* () {
    for await (const line of source) {
      lines += 1;
      yield line;
    }
  };
  try {
    await pipeline(Readable.from(counting()), createWriteStream(partial));
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
  return lines;
}

const onTrail = <T>(
  options: Options,
  work: (
    store: Parameters<typeof readAuditHead>[0] & Parameters<typeof verifyAudit>[0],
    code: string,
  ) => Promise<T>,
): Promise<T> =>
  withStore(options, async (store) => work(store, (await chosenAuthority(store, options)).code), {
    toRead: true,
  });

const printed = ({ sealNumber, hash }: AuditHead): string => `${sealNumber}:${hash}`;

function headFrom(text: string): AuditHead {
  const found = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text.trim());
  if (found === null) {
    throw new UsageError(
      `"${text}" is not a head of the audit trail. It is printed in every edition as NUMBER:HASH, where the hash has 64 digits.`,
    );
  }
  return { sealNumber: Number(found[1]), hash: (found[2] as string).toLowerCase() };
}
