import type { ConditionalRule, DataValidation } from 'hucre/xlsx';
import { cellStyle } from './look.ts';
import type { DataList, Highlight } from './workbook-contents.ts';

/** Excel's limit for values written into the rule itself. */
const LONGEST_VALUES = 255;

export function dataValidation(list: DataList): DataValidation {
  const inline = typeof list.values !== 'string';
  if (
    inline &&
    (list.values.join(',').length > LONGEST_VALUES || list.values.some((value) => value.includes(',')))
  ) {
    throw new RangeError(
      `the list for ${list.range} must refer to a range: its values are too long or hold commas`,
    );
  }
  return {
    type: 'list',
    range: list.range,
    allowBlank: true,
    ...(typeof list.values === 'string' ? { formula1: list.values } : { values: [...list.values] }),
    showErrorMessage: true,
    errorStyle: list.others === 'warn' ? 'warning' : 'stop',
    errorTitle: 'Choose from the list',
    errorMessage: 'This value is not in the list of known values.',
    ...(list.message === undefined
      ? {}
      : {
          showInputMessage: true,
          inputTitle: (list.title ?? '').slice(0, 32),
          inputMessage: list.message.slice(0, 255),
        }),
  };
}

export function conditionalRule(highlight: Highlight, index: number): ConditionalRule {
  const base = { range: highlight.range, priority: index + 1, style: ruleStyle(highlight.style) };
  return 'equals' in highlight.when
    ? {
        ...base,
        type: 'cellIs',
        operator: 'equal',
        formula: `"${highlight.when.equals.replaceAll('"', '""')}"`,
      }
    : { ...base, type: 'expression', formula: highlight.when.formula };
}

/** In a conditional format Excel shows the background colour of a solid fill, elsewhere its foreground. */
function ruleStyle(look: Highlight['style']): ReturnType<typeof cellStyle> {
  const style = cellStyle(look);
  if (look.fill === undefined) return style;
  const colour = { rgb: look.fill };
  return { ...style, fill: { type: 'pattern', pattern: 'solid', fgColor: colour, bgColor: colour } };
}
