import type { Forum, ForumKind } from './forum.ts';

/** A forum that a text names, and where. */
export interface NamedForum {
  /** As the text writes it, or the authority's name where it is one of its list. */
  name: string;
  kind: ForumKind;
  /** Id of the authority's forum; null for one that is not on its list. */
  forum: string | null;
  index: number;
  length: number;
}

/** `Children and Young People's `, `SEND multi-agency `, `Early Help & Social Care `: what stands before the noun. */
const BEFORE = String.raw`(?:[A-Z][\w’'-]*(?:,? (?:and|&|of|for the|multi-agency))? )*`;

/** Names of forums as councils write them, where the authority has none of that name on its list. Source: the eleven kinds in the founding document, and the peers of the field. */
const PATTERNS: readonly [kind: ForumKind, pattern: RegExp][] = [
  ['performanceSurgery', /\b[Pp]erformance (?:[Ss]urger(?:y|ies)|[Cc]linics?)\b/g],
  [
    'leadershipTeam',
    /\b(?:(?:Corporate|Senior|Strategic|Directorate|Departmental|Extended) )?(?:[Ll]eadership|[Mm]anagement) [Tt]eam\b|\b(?:CLT|SLT|CMT|SMT|DMT|DLT)(?: Performance Board)?\b/g,
  ],
  ['peerReview', new RegExp(String.raw`${BEFORE}\b[Pp]eer (?:[Rr]eview|[Cc]hallenge)\b`, 'g')],
  [
    'scrutiny',
    new RegExp(
      String.raw`${BEFORE}\bScrutiny(?: (?:Management )?(?:Board|Committee|Commission|Panel|Group))?\b`,
      'g',
    ),
  ],
  [
    'other',
    new RegExp(String.raw`${BEFORE}\bCorporate Parenting(?: (?:Board|Panel|Committee|Forum))?\b`, 'g'),
  ],
  [
    'other',
    new RegExp(
      String.raw`${BEFORE}(?:Board|Panel|Committee|Partnership|Steering Group|Strategy Group|Governance Group)\b`,
      'g',
    ),
  ],
  ['cabinet', /\bCabinet\b(?! [Mm]ember)|\bFull Council\b/g],
  [
    'other',
    /\bannual (?:meeting|conversation) with (?:[A-Z]\w+|the Regional \w+)|\b(?:Ofsted|CQC)(?: annual)? (?:meeting|conversation)\b/g,
  ],
  [
    'other',
    /\b(?:[A-Z]{2,} )?(?:[Dd]emand|[Pp]erformance|[Ii]mprovement|[Cc]hallenge|[Mm]onitoring|[Aa]ssurance|[Bb]udget|[Aa]ccountability) (?:[Mm]eeting|[Ww]orkshop)s?\b/g,
  ],
  ['other', /\bmid-year (?:target )?review(?: of (?:the )?(?:targets|(?:[A-Z]\w+ )?[Ss]corecard))?/gi],
];

/**
 * The forums that a sentence names, in order and never two for the same words: those of the authority's list by their
 * name or another that they go by, and others by the way in which such names are formed.
 *
 * @param forums those that there are on the day of the text
 * @example forumsNamed('Next due for an update to Executive Scrutiny Board in February 2019.', [])
 * // [{ name: 'Executive Scrutiny Board', kind: 'scrutiny', forum: null, index: 27, length: 24 }]
 */
export function forumsNamed(sentence: string, forums: readonly Forum[]): NamedForum[] {
  const found: NamedForum[] = [];
  const add = (one: NamedForum) => {
    if (one.length > 0 && !found.some((each) => overlap(each, one))) found.push(one);
  };
  const names = forums
    .flatMap((forum) => [forum.name, ...forum.aliases].map((name) => ({ forum, name })))
    .filter(({ name }) => name.trim() !== '')
    .sort((a, b) => b.name.length - a.name.length);
  for (const { forum, name } of names) {
    for (const { index, 0: words } of sentence.matchAll(asWritten(name))) {
      add({ name: forum.name, kind: forum.kind, forum: forum.id, index, length: words.length });
    }
  }
  for (const [kind, pattern] of PATTERNS) {
    for (const match of sentence.matchAll(pattern)) {
      const leading =
        /^(?:The|A|An|Our|And|To|By|At|In|From|Next|Review of|Reviewed by) /.exec(match[0])?.[0] ?? '';
      const name = match[0].slice(leading.length);
      const index = match.index + leading.length;
      // A body is known by more than the noun alone: "the Board" may be any.
      if (/^(?:Board|Panel|Committee|Partnership)$/.test(name)) continue;
      add({ name, kind, forum: null, index, length: name.length });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

const overlap = (a: NamedForum, b: NamedForum): boolean =>
  a.index < b.index + b.length && b.index < a.index + a.length;

/** A name as texts write it: in any case where it is more than letters of a short form, with any space between words. */
const asWritten = (name: string): RegExp => {
  const words = name.trim().split(/\s+/).map(escaped).join(String.raw`\s+`);
  return new RegExp(String.raw`(?<![\w-])${words}(?![\w-])`, /^[A-Z]{2,6}$/.test(name) ? 'g' : 'gi');
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
