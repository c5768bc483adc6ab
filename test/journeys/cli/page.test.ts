import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended, fixture, inProject, page, workFolder } from './command.ts';
import { runHere } from './run-here.ts';

const text = page('cli.md');
const cwd = workFolder();
const examples = [
  ...readdirSync(fixture('testham')).map((name) => fixture(join('testham', name))),
  fixture('legacy/northby-2019-06-30.txt'),
  fixture('legacy/eastmere-2019-12-31.txt'),
  inProject('docs/examples/two-band-scheme.json'),
];
for (const path of examples) copyFileSync(path, join(cwd, basename(path)));

interface Example {
  command: string;
  shown: string[];
}

const pages = `${text}\n${page('schemes.md')}`;
const blocks = [...pages.matchAll(/<!-- tested -->\n```console\n([\s\S]*?)```/g)].map((match) =>
  examplesOf(match[1] ?? ''),
);

function examplesOf(block: string): Example[] {
  const found: Example[] = [];
  for (const line of block.trimEnd().split('\n')) {
    if (line.startsWith('$ ')) found.push({ command: line.slice(2), shown: [] });
    else found.at(-1)?.shown.push(line);
  }
  return found;
}

/** What is shown as a pattern: a line of `…` stands for any lines, and `…` within a line for any text. */
function pattern(shown: readonly string[]): RegExp {
  const escaped = shown.map((line) =>
    line === '…' ? '(?:.*\\n)*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')}\\n`,
  );
  return new RegExp(`^${escaped.join('')}$`);
}

describe('the examples of docs/cli.md and docs/schemes.md', () => {
  const outturn = `outturn() { "${process.execPath}" "${inProject('bin/outturn.js')}" "$@"; }`;
  const all = blocks.flat();

  it('are there', () => {
    expect(all.length).toBeGreaterThan(12);
  });

  // In order, in one folder: later examples use what earlier ones imported.
  it.each(all)('$command', async ({ command, shown }) => {
    const { out } = await ended('sh', ['-c', `${outturn}; { ${command}\n} 2>&1`], { cwd });
    expect(out.replaceAll('\r', '')).toMatch(pattern(shown));
  });
});

describe('the page', () => {
  it('links to files that exist, and to every schema', () => {
    const linked = [...text.matchAll(/\]\(([^)#\s]+)\)/g)].map((match) => match[1] as string);
    for (const target of linked) {
      expect(existsSync(join(dirname(inProject('docs/cli.md')), target)), target).toBe(true);
    }
    for (const name of readdirSync(inProject('docs/schemas'))) {
      expect(linked, name).toContain(`schemas/${name}`);
    }
  });

  it('names every command and every option, and no other', async () => {
    const help = async (...args: string[]) => (await runHere([...args, '--help'])).out;
    const commandsIn = (out: string) =>
      [...(out.split('\nCommands:\n')[1]?.matchAll(/^ {2}([a-z]+) /gm) ?? [])]
        .map((match) => match[1] as string)
        .filter((name) => name !== 'help');
    const commands = commandsIn(await help());
    const pages = await Promise.all(commands.map((name) => help(name)));
    const below = await Promise.all(
      commands.flatMap((name, at) => commandsIn(pages[at] ?? '').map((child) => help(name, child))),
    );
    const known = new Set(
      [...pages, ...below].flatMap((out) =>
        [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map((match) => match[1]),
      ),
    );
    for (const name of commands) expect(text, name).toMatch(new RegExp(`\`outturn ${name} |\`${name} `));
    for (const option of known) if (option !== '--help') expect(text, option).toContain(option as string);
    for (const [option] of text.matchAll(/--[a-z][a-z-]*/g)) {
      expect([...known, '--version'], option).toContain(option);
    }
  });
});
