import type { UpdateContent } from '../../domain/round/update.ts';
import { commentaryParts } from '../../domain/status/outcome.ts';
import type { Transaction } from '../../store/transaction.ts';
import { evaluateUpdate } from '../queries/evaluate-update.ts';
import type { Acting } from './acting.ts';
import type { OpenUpdate } from './open-update.ts';
import { readContent } from './read-content.ts';

const PART_NAMES = {
  context: 'context for current performance',
  actions: 'improvement actions taken',
  intervention: 'intervention or review',
} as const;

/** What keeps an update from being submitted: all of it at once, each with the field it is about. */
export async function checkContent(
  tx: Pick<Transaction, 'db'>,
  acting: Acting,
  open: Pick<OpenUpdate, 'version'>,
  content: UpdateContent,
  period: string,
): Promise<{ field: string; message: string }[]> {
  const { version } = open;
  const read = readContent(content, version);
  const problems: { field: string; message: string }[] = [...read.problems];
  const field = version.periodBasis === 'toDate' ? 'toDate' : 'actual';
  if (read[field] === null && read.problems.length === 0) {
    problems.push({
      field,
      message: 'Enter the figure, or choose why there is none',
    });
  }
  for (const part of commentaryParts) {
    const text = content.texts[part];
    const said = text.trim() === '' ? null : acting.readText(text);
    if (said !== null && 'problem' in said) {
      problems.push({ field: part, message: `${said.problem.message} ${said.problem.remedy}` });
    }
  }
  if (problems.length > 0) return problems;
  const judged = await evaluateUpdate(tx, acting, period, version.code, content);
  if (judged === null) return problems;
  // Which status asks for which text is a setting of the scheme.
  for (const outcome of [judged.measure.status.outcome, judged.measure.forecastStatus.outcome]) {
    for (const part of outcome.needsCommentary) {
      if (content.texts[part].trim() !== '' || problems.some(({ field }) => field === part)) continue;
      problems.push({
        field: part,
        message: `Enter the ${PART_NAMES[part]}, because this measure is ${outcome.label}`,
      });
    }
  }
  return problems;
}
