/** Splits "What is wrong. What to do." at its last sentence, which the domain's own refusals are written as. */
export function sentenceAndRemedy(problem: string, otherwise: string): { message: string; remedy: string } {
  const at = problem.search(/\. (?:Type|Correct|Delete|Did you mean|Periods are|Leave|Give|Use|Put)\b/);
  if (at === -1) return { message: problem, remedy: otherwise };
  return { message: problem.slice(0, at + 1), remedy: problem.slice(at + 2) };
}
