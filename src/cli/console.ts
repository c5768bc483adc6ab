import { type AtKeyboard, operator } from './operator.ts';

/** Who gives a command, and where it writes: answers to `out`, problems and progress to `err`. */
export interface Console {
  who: AtKeyboard;
  out(text: string): void;
  err(text: string): void;
  /** A line that replaces itself on a terminal and is not written anywhere else. */
  progress(text: string): void;
  readStdin(limitBytes: number): Promise<Uint8Array>;
}

/** Refused with problems (exit 1): the reason is already written for the person who typed the command. */
export class Refusal extends Error {
  override name = 'Refusal';
  /** The problems one by one, where there is more than the sentence: for `--json`. */
  readonly problems: readonly unknown[] | null;
  /** True where the command has printed its document of the refusal itself. */
  readonly documented: boolean;

  constructor(
    message: string,
    more: { problems?: readonly unknown[]; documented?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.problems = more.problems ?? null;
    this.documented = more.documented ?? false;
  }
}

/** Wrong usage (exit 2). */
export class UsageError extends Error {
  override name = 'UsageError';
}

export function processConsole(): Console {
  const terminal = process.stderr.isTTY === true;
  let pending = false;
  const progress = (text: string) => {
    if (!terminal || (text === '' && !pending)) return;
    process.stderr.write(`\r\u001b[2K${text}`);
    pending = text !== '';
  };
  const line = (stream: NodeJS.WriteStream) => (text: string) => {
    progress('');
    stream.write(text.endsWith('\n') ? text : `${text}\n`);
  };
  endQuietlyWhenNobodyReads(process.stdout);
  endQuietlyWhenNobodyReads(process.stderr);
  return { who: operator(), out: line(process.stdout), err: line(process.stderr), progress, readStdin };
}

/** `outturn … | head` closes the pipe early: the work goes on to its end, and the rest of the text is dropped. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

async function readStdin(limitBytes: number): Promise<Uint8Array> {
  if (process.stdin.isTTY) throw new UsageError('Nothing on standard input. Pipe in rows as CSV or JSON.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > limitBytes) {
      throw new Refusal(`Standard input is over ${limitBytes / 1024 / 1024} MB. Split it and run the parts.`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** One JSON document on standard output, and nothing else. */
export function printJson(console: Console, value: unknown): void {
  console.out(JSON.stringify(value, null, 2));
}

/** Columns padded for a terminal; the last column is left as it is. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
