import { Refused } from '../workflow/refused.ts';
import { ErrorSummary } from './components/error-summary/error-summary.tsx';

/** What is wrong with one field of a form. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** All that is wrong, each leading to its field; nothing where nothing is. */
export const Problems = ({ problems }: { problems: readonly FieldProblem[] }) =>
  problems.length === 0 ? null : (
    <ErrorSummary errorList={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
  );

/** What stands beside a field. */
export const messageFor = (problems: readonly FieldProblem[], name: string): string | undefined =>
  problems.find(({ field }) => field === name)?.message;

/** Does something, and answers what the form must be told; what is no matter of the form goes on. */
export async function problemsOf(work: () => Promise<unknown>): Promise<readonly FieldProblem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid' && error.problems.length > 0)
      return error.problems;
    throw error;
  }
}
