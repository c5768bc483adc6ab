import { decimal, toText } from '../../../../domain/number/decimal.ts';
import { readParameter } from '../../../../domain/status/parameter.ts';
import { presetScheme } from '../../../../domain/status/presets/index.ts';
import type { StatusScheme } from '../../../../domain/status/scheme.ts';
import { readScheme } from '../../../../importers/scheme/read-scheme.ts';
import type { FieldProblem } from '../../../form-problems.tsx';
import { typedText } from '../../../typed-form.ts';

const MOST = 500_000;

/** The whole scheme as text that can be edited. */
export const schemeText = (scheme: StatusScheme): string => JSON.stringify(scheme, null, 2);

/** A scheme that was pasted or edited, or what is wrong with it, line by line. */
export function schemeIn(form: URLSearchParams): { scheme: StatusScheme } | { problems: FieldProblem[] } {
  const text = (form.get('json') ?? '').slice(0, MOST);
  const read = readScheme(text);
  if ('scheme' in read) return read;
  const problems = read.problems.map(({ path, message, remedy }) => ({
    field: 'json',
    message: `${path === 'scheme' ? '' : `${path} `}${message} ${remedy}`,
  }));
  return { problems };
}

export const fieldOfParameter = (id: string): string => `parameter-${id}`;

/** A preset with the settings that were typed beside it. */
export function presetIn(form: URLSearchParams): { scheme: StatusScheme } | { problems: FieldProblem[] } {
  const preset = presetScheme(typedText(form, 'preset'));
  if (preset === null) return { problems: [{ field: 'preset', message: 'Choose a scheme' }] };
  const problems: FieldProblem[] = [];
  let isOwn = false;
  const parameters = preset.parameters.map((parameter) => {
    const typed = typedText(form, fieldOfParameter(parameter.id));
    if (typed === '') return parameter;
    const read = readParameter(typed, parameter, { kind: 'number', decimals: 0 });
    if ('problem' in read) {
      problems.push({
        field: fieldOfParameter(parameter.id),
        message: `${parameter.label}: ${read.problem}`,
      });
      return parameter;
    }
    if (read.value.lt('0')) {
      const message = `${parameter.label} must be zero or more`;
      problems.push({ field: fieldOfParameter(parameter.id), message });
    }
    if (!read.value.eq(decimal(parameter.value))) isOwn = true;
    return { ...parameter, value: toText(read.value) };
  });
  if (problems.length > 0) return { problems };
  return { scheme: isOwn ? { ...preset, name: `${preset.name}, with own settings`, parameters } : preset };
}
