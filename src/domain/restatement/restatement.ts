import type { ObservationRole } from '../facts.ts';

/** What made a published figure change. */
export const restatementKinds = ['lateData', 'sourceError', 'definition', 'validation'] as const;
export type RestatementKind = (typeof restatementKinds)[number];

export const restatementKindNames: Readonly<Record<RestatementKind, string>> = {
  lateData: 'Late national data',
  sourceError: 'Error in the source',
  definition: 'Definition of the measure',
  validation: 'Validation by the department',
};

/**
 * `restate`: another figure; `markProvisional`: the same figure, and what it waits for; `makeFinal`: the same figure,
 * which waits for nothing any more.
 */
export type RestatementVerb = 'restate' | 'markProvisional' | 'makeFinal';

/** A figure that can be restated: what was measured, or the service's expectation of the year end. */
export const restatedRoles = ['actual', 'toDate', 'forecast'] as const satisfies readonly ObservationRole[];
export type RestatedRole = (typeof restatedRoles)[number];

export const restatedRoleNames: Readonly<Record<RestatedRole, string>> = {
  actual: 'Actual',
  toDate: 'Year to date',
  forecast: 'Year-end forecast',
};

/** A figure as it is printed, with what it was worked out from. */
export interface PrintedFigure {
  /** `88.7%`, `Awaited` */
  display: string;
  /** Plain decimal text; null where none was given. */
  numerator: string | null;
  denominator: string | null;
  provisional: boolean;
}

/**
 * A later change of a published figure by a person: never an edit. The figure is a fact of its own beside the earlier
 * one; this says who changed it, why, and what that did.
 */
export interface Restatement {
  id: string;
  measure: string;
  period: string;
  role: RestatedRole;
  verb: RestatementVerb;
  /** null where the figure itself stays, and where a file brought it without saying. */
  kind: RestatementKind | null;
  /** In the person's own words. */
  reason: string;
  was: PrintedFigure;
  is: PrintedFigure;
  /** What a provisional figure waits for: `validation by the Department for Education`; null for a final one. */
  waitsFor: string | null;
  /** What it does to the status, as it was shown before it was saved. */
  effect: string;
  /** Printed beside the figure. */
  note: string | null;
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
}

/** Longest reason and longest "waits for", in characters: both are printed in reports. */
export const MOST_REASON = 500;
export const MOST_WAITS_FOR = 150;

/**
 * Which verb a wish is: null where nothing would change.
 *
 * @example verbOf({ sameFigure: true, wasProvisional: true, isProvisional: false, sameWait: false }) // 'makeFinal'
 */
export function verbOf(wish: {
  sameFigure: boolean;
  wasProvisional: boolean;
  isProvisional: boolean;
  /** The provisional figure waits for what it waited for. */
  sameWait: boolean;
}): RestatementVerb | null {
  if (!wish.sameFigure) return 'restate';
  if (wish.wasProvisional && !wish.isProvisional) return 'makeFinal';
  if (wish.isProvisional && !(wish.wasProvisional && wish.sameWait)) return 'markProvisional';
  return null;
}

/**
 * What is printed beside a figure from now on.
 *
 * @param was the figure as it was printed; a reason such as `Awaited` where there was none
 * @example noteOf('restate', { was: '88.7%', wasMissing: false, reason: 'Seven requests were logged late', waitsFor: null, kept: null })
 * // 'Restated from 88.7%: Seven requests were logged late'
 */
export function noteOf(
  verb: RestatementVerb,
  said: {
    was: string;
    wasMissing: boolean;
    reason: string;
    waitsFor: string | null;
    /** An earlier note that is not one of ours; null for none. */
    kept: string | null;
  },
): string | null {
  const reason = said.reason.replace(/\.+$/, '');
  const parts = [
    verb === 'restate' &&
      (said.wasMissing ? `Reported later: ${reason}` : `Restated from ${said.was}: ${reason}`),
    verb === 'makeFinal' && `Now final: ${reason}`,
    said.waitsFor !== null && `Waits for ${said.waitsFor.replace(/\.+$/, '')}`,
    said.kept?.replace(/\.+$/, ''),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return parts.length === 0 ? null : parts.join('. ');
}
