import type { Facts } from '../domain/facts.ts';
import { authority, organisation } from './authority.ts';
import { commentaries } from './commentary/commentaries.ts';
import { figuresOf } from './figures/figures.ts';
import { measures } from './measures/measures.ts';
import { scorecards } from './scorecards.ts';

/** The settings that the demonstration authority keeps: its reports have the founding report's headings. */
export const demoSettings: Readonly<Record<string, unknown>> = { reportWording: 'derby' };

/**
 * A fictional English city: about 60 measures in three directorates over four financial years, to the second
 * quarter of 2018-19. 25 of them, with their targets, figures and forecasts at that quarter, are those of the
 * founding improvement report; everything else is invented. Pure: every call gives the same facts.
 */
export function demoFacts(): Facts {
  return {
    authority,
    organisation,
    measures,
    ...figuresOf(measures),
    commentaries: commentaries(),
    statements: [],
    scorecards,
  };
}
