import { run } from '../../../src/cli/main.ts';
import { type AtKeyboard, operator } from '../../../src/cli/operator.ts';
import type { Ended } from './command.ts';

/**
 * Runs a command line in this process and its current folder, for the many that need no process of their own;
 * `outturn` starts a real one.
 */
export async function runHere(
  args: readonly string[],
  who: AtKeyboard = operator(),
  input = '',
): Promise<Ended> {
  const ended = { out: '', err: '' };
  const line = (stream: keyof typeof ended) => (text: string) => {
    ended[stream] += text.endsWith('\n') ? text : `${text}\n`;
  };
  const code = await run(['node', 'outturn', ...args], {
    who,
    out: line('out'),
    err: line('err'),
    progress: () => {},
    readStdin: async () => Buffer.from(input),
  });
  return { code, ...ended };
}
