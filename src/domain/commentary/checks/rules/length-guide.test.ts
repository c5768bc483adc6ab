import { expect, it } from 'vitest';
import { checkCommentary } from '../check-commentary.ts';
import { exampleInput } from '../example-input.ts';

const found = (context: string, lengthGuide: number | null) =>
  checkCommentary(exampleInput({ texts: { context }, lengthGuide }))
    .filter(({ rule }) => rule === 'lengthGuide')
    .map(({ quote, says }) => ({ quote, says }));

it('quotes the sentence in which the guide is passed, and counts the words of the section', () => {
  expect(found('One two three. Four five six. Seven.', 5)).toEqual([
    { quote: 'Four five six.', says: 'This section has 7 words, and the guide is 5: it is passed here.' },
  ]);
});

it('is silent within the guide, and where there is none', () => {
  expect(found('One two three. Four five six.', 6)).toEqual([]);
  expect(found('One two three. Four five six.', null)).toEqual([]);
});
