import type { NationalData } from '../../domain/peers/national-data.ts';
import {
  FEWEST_MEMBERS,
  groupsOn,
  MOST_MEMBERS,
  type PeerArea,
  type PeerGroup,
} from '../../domain/peers/peer-group.ts';
import { parsePeriod } from '../../domain/period/parse.ts';
import type { Store } from '../../store/database.ts';
import { readNationalData, readPeerGroups, writeNationalData, writePeerGroup } from '../../store/peers.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import type { WriteSettings } from '../../store/write-facts.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** A version of a group as it was typed; a new group has no code yet. Days are ISO dates, '' where none was given. */
export interface GroupGiven {
  code: string | null;
  name: string;
  kind: PeerGroup['kind'] | '';
  validFrom: string;
  source: string;
  sourceDate: string;
  members: readonly PeerArea[];
  ended: boolean;
}

interface FieldProblem {
  field: string;
  message: string;
}

const MOST_GROUPS = 50;
const LONGEST_NAME = 80;
const LONGEST_SOURCE = 200;

/** Begins a group, or changes it from a day on; what it was until then stays. @returns its code */
export const savePeerGroup = (
  store: Store,
  acting: Acting,
  given: GroupGiven,
  reason: string | null,
): Promise<string> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changePeers', null, null);
    await openAuthority(tx, acting.authority, acting.now);
    const held = await readPeerGroups(tx, acting.authority);
    if (given.code !== null && !held.some(({ code }) => code === given.code)) {
      throw new Refused('notNow', 'There is no such peer group.');
    }
    const problems = problemsOf(given, held);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const code = given.code ?? freeCode(given.name, new Set(held.map((one) => one.code)));
    const versions = held.filter((one) => one.code === code);
    const before = groupsOn(versions, given.validFrom)[0] ?? null;
    const group: PeerGroup = {
      code,
      validFrom: given.validFrom,
      name: given.name.trim(),
      kind: given.kind === '' ? 'own' : given.kind,
      members: given.members,
      source: given.source.trim(),
      sourceDate: given.sourceDate,
      ended: given.ended,
    };
    await writePeerGroup(tx, acting.authority, group, before, settingsOf(acting, reason));
    return code;
  });

/** Says when the next national figures of a measure are expected, and from where; or that none are. */
export const saveNationalData = (
  store: Store,
  acting: Acting,
  given: NationalData,
  reason: string | null,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changePeers', null, null);
    await openAuthority(tx, acting.authority, acting.now);
    const problems: FieldProblem[] = [];
    const { measure, expectedOn, period, publication } = given;
    if (expectedOn !== null && publication === null) {
      problems.push({ field: 'publication', message: 'Say where the figures will be published' });
    }
    if (publication !== null && publication.length > LONGEST_SOURCE) {
      problems.push({ field: 'publication', message: `Use ${LONGEST_SOURCE} characters or fewer` });
    }
    const read = period === null ? null : parsePeriod(period);
    if (read !== null && 'problem' in read) problems.push({ field: 'period', message: read.problem });
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const held = await readNationalData(tx, acting.authority);
    const before = held.find((one) => one.measure === measure) ?? null;
    const said = expectedOn === null ? { ...given, period: null, publication: null } : given;
    await writeNationalData(tx, acting.authority, said, before, settingsOf(acting, reason));
  });

const settingsOf = (acting: Acting, reason: string | null): WriteSettings => ({
  recordedAt: acting.now,
  actor: acting.person.id,
  actingAs: roleFor(acting, 'changePeers', null, null),
  reason,
});

function problemsOf(given: GroupGiven, held: readonly PeerGroup[]): FieldProblem[] {
  const { code, name, kind, validFrom, source, sourceDate, members, ended } = given;
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  const codes = new Set(held.map((one) => one.code));
  if (code === null && codes.size >= MOST_GROUPS) add('name', `There are ${MOST_GROUPS} groups already`);
  if (name.trim() === '') add('name', 'Enter the name of the group');
  else if (name.length > LONGEST_NAME) add('name', `The name must be ${LONGEST_NAME} characters or fewer`);
  else if (held.some((one) => one.code !== code && sameName(one.name, name))) {
    add('name', 'There is a group of this name already');
  }
  if (kind === '') add('kind', 'Choose what kind of group it is');
  if (validFrom === '') add('validFrom', 'Enter the first day on which the group is used so');
  if (source.trim() === '') add('source', 'Say where the choice of councils comes from');
  else if (source.length > LONGEST_SOURCE) add('source', `Use ${LONGEST_SOURCE} characters or fewer`);
  if (sourceDate === '') add('sourceDate', 'Enter the day of that source');
  if (!ended && members.length < FEWEST_MEMBERS) add('members', `Give ${FEWEST_MEMBERS} councils or more`);
  if (members.length > MOST_MEMBERS) add('members', `Give ${MOST_MEMBERS} councils or fewer`);
  return problems;
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** `Nearest neighbours 2018` is `nearest-neighbours-2018`, a second of that name `…-2`. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const wanted = words === '' || words === 'every' || words === 'new' ? `group-${words || '1'}` : words;
  let code = wanted;
  for (let next = 2; taken.has(code); next++) code = `${wanted}-${next}`;
  return code;
}
