import { Command } from 'commander';
import { setPassword } from '../../auth/local-account.ts';
import { type Person, roles } from '../../domain/organisation/person.ts';
import { listPeople } from '../../workflow/queries/people.ts';
import { changeAccess, savePerson } from '../../workflow/set-up/save-person.ts';
import type { Store } from '../../workflow/store.ts';
import { actingAt, refusing } from '../acting.ts';
import { type Console, printJson, Refusal, textTable } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';

interface UserOptions extends DatabaseOptions {
  name: string;
  email: string;
  role: string[];
  directorate?: string;
  post?: string;
  subject?: string;
  reason: string;
  json?: boolean;
}

export function userCommand(console: Console): Command {
  return new Command('user')
    .description('people who sign in: list, add, set a password, end their access')
    .addCommand(listCommand(console))
    .addCommand(addCommand(console))
    .addCommand(
      one(console, 'password', 'set the password of a local account, read from standard input', password),
    )
    .addCommand(
      one(console, 'end', 'end somebody’s access; what they did stays under their name', end).requiredOption(
        '--reason <text>',
        'why',
      ),
    );
}

type OneWork = (console: Console, store: Store, id: string, options: UserOptions) => Promise<void>;

function one(console: Console, name: string, description: string, work: OneWork): Command {
  const command = new Command(name)
    .description(description)
    .argument('<id>', 'user name, such as judith.shah')
    .option('--json', 'print one JSON document about the person');
  return withDatabaseOptions(command).action((id: string, options: UserOptions) =>
    withStore(options, (store) => work(console, store, id, options), { toRead: true }),
  );
}

const collect = (value: string, before: string[]) => [...before, value];

function addCommand(console: Console): Command {
  return one(console, 'add', 'add somebody', add)
    .requiredOption('--name <name>', 'as it is shown')
    .option('--email <address>', 'where messages go', '')
    .requiredOption('--role <role>', `${roles.join(', ')}; may be repeated`, collect, [])
    .option('--directorate <code>', 'code of the directorate they work in')
    .option('--post <text>', 'their post')
    .option('--subject <key>', 'key of their council account (tenant:object), where it is known');
}

function listCommand(console: Console): Command {
  const command = new Command('list')
    .description('everybody, by name')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((options: UserOptions) =>
    withStore(options, (store) => list(console, store, options), { toRead: true }),
  );
}

async function list(console: Console, store: Store, options: UserOptions): Promise<void> {
  const { code } = await chosenAuthority(store, options);
  const people = await listPeople(store, code);
  if (options.json) return printJson(console, { authority: code, people: people.map(shown) });
  if (people.length === 0) return console.out('There is nobody yet.');
  const rows = people.map((person) => [
    person.id,
    person.name,
    person.roles.join(', '),
    person.active ? '' : 'access ended',
  ]);
  console.out(textTable(rows));
}

const shown = ({ id, name, email, roles: held, directorate, post, active }: Person) => ({
  id,
  name,
  email,
  roles: held,
  directorate,
  post,
  active,
});

const add: OneWork = async (console, store, id, options) => {
  const authority = await chosenAuthority(store, options);
  const given = {
    id,
    name: options.name,
    email: options.email,
    roles: options.role,
    directorate: options.directorate ?? null,
    post: options.post ?? null,
    level: null,
    subject: options.subject ?? null,
  };
  await refusing(() => savePerson(store, actingAt(console, authority), given, true));
  await say(console, store, authority.code, id, options.json === true);
};

const MOST_OF_PASSWORD = 4_096;

const password: OneWork = async (console, store, id, options) => {
  const authority = await chosenAuthority(store, options);
  await personOf(store, authority.code, id);
  const typed = new TextDecoder().decode(await console.readStdin(MOST_OF_PASSWORD)).replace(/\r?\n$/, '');
  const { now, person } = actingAt(console, authority);
  const set = { person: id, password: typed, now, actor: person.id, reason: 'set at the command line' };
  const problem = await setPassword(store, authority.code, set);
  if (problem !== null) throw new Refusal(problem);
  await say(console, store, authority.code, id, options.json === true);
};

const end: OneWork = async (console, store, id, options) => {
  const authority = await chosenAuthority(store, options);
  const change = { person: id, active: false, reason: options.reason };
  await refusing(() => changeAccess(store, actingAt(console, authority), change));
  await say(console, store, authority.code, id, options.json === true);
};

async function personOf(store: Store, authority: string, id: string): Promise<Person> {
  const person = (await listPeople(store, authority)).find((each) => each.id === id);
  if (person === undefined) throw new Refusal(`There is nobody with the user name "${id}".`);
  return person;
}

async function say(console: Console, store: Store, authority: string, id: string, json: boolean) {
  const person = await personOf(store, authority, id);
  if (json) return printJson(console, { authority, person: shown(person) });
  console.out(
    `${person.id}: ${person.name}, ${person.roles.join(', ')}${person.active ? '' : ', access ended'}`,
  );
}
