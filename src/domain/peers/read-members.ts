import { isSameCouncil, MOST_MEMBERS, type PeerArea } from './peer-group.ts';

const LONGEST_NAME = 120;
const LONGEST_CODE = 80;
/** Characters that nobody sees make two codes look alike. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;
const LINE = /^(\S+?)(?:\s*[\t,;]\s*|\s+)(\S.*)$/;

/**
 * Members of a group as they are typed or pasted from a spreadsheet: one a line, the code and then the name.
 *
 * @param authority the name of the council itself, which is never one of its own peers
 * @returns the members in their order, and every line that is wrong, by its number
 * @example readMembers('E06000001\tHartlepool\nE06000002, Middlesbrough', 'Derby City Council')
 * // { members: [{ code: 'E06000001', name: 'Hartlepool' }, …], problems: [] }
 */
export function readMembers(
  typed: string,
  authority: string,
): { members: PeerArea[]; problems: readonly string[] } {
  const members = new Map<string, PeerArea>();
  const names = new Set<string>();
  const problems: string[] = [];
  const lines = typed.split(/\r\n|\r|\n/);
  if (lines.length > MOST_MEMBERS * 2) {
    return { members: [], problems: [`Give ${MOST_MEMBERS} councils or fewer`] };
  }
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === '') return;
    const say = (what: string) => problems.push(`Line ${index + 1}: ${what}`);
    const [, code = '', rest = ''] = LINE.exec(text) ?? [];
    const name = rest.replace(/^"(.*)"$/, '$1').trim();
    if (code === '' || name === '') say('give the code of the council and then its name');
    else if (UNSEEN.test(code + name)) say('it holds a character that cannot be seen; type it again');
    else if (!/\d/.test(code)) say(`“${code.slice(0, 40)}” is not a code: put the code first, then the name`);
    else if (code.length > LONGEST_CODE || name.length > LONGEST_NAME)
      say('the code or the name is too long');
    else if (isSameCouncil(name, authority)) say(`${name} is this council itself`);
    else if (members.has(code)) say(`${code} is there twice`);
    else if (names.has(name.toLowerCase())) say(`${name} is there twice, with another code`);
    else {
      members.set(code, { code, name });
      names.add(name.toLowerCase());
    }
  });
  return { members: [...members.values()], problems };
}
