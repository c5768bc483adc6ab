import { testedInWords } from '../../../domain/assurance/assurance.ts';
import { testedFigure } from '../../../workflow/queries/tested-figure.ts';
import type { Asked } from '../../route.ts';

interface TestedProps {
  asked: Pick<Asked, 'store' | 'authority'>;
  measure: string;
  period: string;
  /** The moment of a past view; null for now. */
  asAt: string | null;
}

/** Beside a figure: what internal audit found when it worked it out again; nothing where it did not. */
export async function Tested({ asked, ...which }: TestedProps) {
  const tested = await testedFigure(asked.store, asked.authority.code, which);
  return tested === null ? null : <p class="govuk-inset-text">{`${testedInWords(tested)}.`}</p>;
}
