import { type DirectionScheme, parseDirectionScheme } from '../../../../domain/direction/scheme.ts';
import type { FieldProblem } from '../../../form-problems.tsx';
import { typedAll, typedOrNull, typedText } from '../../../typed-form.ts';
import { problemsAtFields } from './own-problems.ts';

/** The id of every scheme that is made on the page: there is one at a time. */
export const OWN = 'own';

const MOST = 500_000;

type Read = { scheme: DirectionScheme } | { problems: FieldProblem[] };

/** What is chosen for `fallback` where there is no other comparison. */
export const NO_OTHER = 'none';

/** What was typed, read as a file of the same rules would be. */
export function schemeTyped(
  form: URLSearchParams,
  settings: { version: number; effectiveFrom: string },
): Read {
  const smallNumbers = { events: wholeIn(form, 'events'), denominator: wholeIn(form, 'denominator') };
  const isNoted = smallNumbers.events !== undefined || smallNumbers.denominator !== undefined;
  const atOptimum = typedOrNull(form, 'atOptimum');
  const written = {
    id: OWN,
    ...settings,
    name: typedText(form, 'name'),
    source: typedOrNull(form, 'source'),
    note: typedOrNull(form, 'note'),
    basis: basisIn(form, 'basis', 'periods'),
    fallback: fallbackIn(form),
    deadBand: deadBandIn(form),
    minimumPoints: wholeIn(form, 'minimumPoints') ?? null,
    labels: {
      improving: typedText(form, 'improving'),
      stabilised: typedText(form, 'stabilised'),
      deteriorating: typedText(form, 'deteriorating'),
      unavailable: typedText(form, 'unavailable'),
    },
    atOptimum: atOptimum === null ? null : { label: atOptimum },
    ...(isNoted ? { smallNumbers } : {}),
  };
  return readWith(written, form);
}

/** The scheme that a preview carries on, read again by the same rules. */
export function schemeCarried(form: URLSearchParams): Read {
  try {
    return readWith(JSON.parse((form.get('json') ?? '').slice(0, MOST)), form);
  } catch {
    return {
      problems: [{ field: 'name', message: 'What was shown could not be read. Enter the rules again' }],
    };
  }
}

export const textOf = (scheme: DirectionScheme): string => JSON.stringify(scheme);

function readWith(written: unknown, form: URLSearchParams): Read {
  const read = parseDirectionScheme(written);
  if ('scheme' in read) return read;
  return {
    problems: problemsAtFields(
      read.problems.map(({ path }) => path),
      form,
    ),
  };
}

/** A whole number as a number; anything else as it was typed, to be refused; undefined where there is nothing. */
function wholeIn(form: URLSearchParams, name: string): number | string | undefined {
  const typed = typedText(form, name);
  if (typed === '') return undefined;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

function basisIn(form: URLSearchParams, name: string, periods: string): unknown {
  const kind = typedText(form, name);
  if (kind === '' || kind === NO_OTHER) return undefined;
  return kind === 'rollingMean' ? { kind, periods: wholeIn(form, periods) } : kind;
}

function fallbackIn(form: URLSearchParams): unknown {
  const when = typedAll(form, 'when');
  const basis = basisIn(form, 'fallback', 'fallbackPeriods');
  return when.length === 0 && basis === undefined ? null : { when, basis };
}

function deadBandIn(form: URLSearchParams): unknown {
  const kind = typedText(form, 'band');
  const edge = typedText(form, 'edge');
  if (kind === 'relative') return { kind, percent: typedText(form, 'percent'), edge };
  return kind === 'absolute' ? { kind, amount: typedText(form, 'amount'), edge } : { kind };
}

/** The fields that give these rules. */
export function fieldsOf(scheme: DirectionScheme): URLSearchParams {
  const { basis, fallback, deadBand, labels, smallNumbers, minimumPoints } = scheme;
  const periodsOf = (of: DirectionScheme['basis'] | undefined) =>
    of?.kind === 'rollingMean' ? String(of.periods) : '';
  return new URLSearchParams([
    ['name', scheme.name],
    ['basis', basis.kind],
    ['periods', periodsOf(basis)],
    ...(fallback?.when ?? []).map((each) => ['when', each] as [string, string]),
    ['fallback', fallback?.basis.kind ?? NO_OTHER],
    ['fallbackPeriods', periodsOf(fallback?.basis)],
    ['band', deadBand.kind],
    ['percent', deadBand.kind === 'relative' ? deadBand.percent : ''],
    ['amount', deadBand.kind === 'absolute' ? deadBand.amount : ''],
    ['edge', deadBand.kind === 'none' ? 'stabilised' : deadBand.edge],
    ['minimumPoints', minimumPoints === null ? '' : String(minimumPoints)],
    ...Object.entries(labels),
    ['atOptimum', scheme.atOptimum?.label ?? ''],
    ['events', smallNumbers === undefined ? '' : String(smallNumbers.events)],
    ['denominator', smallNumbers === undefined ? '' : String(smallNumbers.denominator)],
    ['source', scheme.source ?? ''],
    ['note', scheme.note ?? ''],
  ]);
}
