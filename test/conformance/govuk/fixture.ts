import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { VNode } from 'preact';
import type { Content } from '../../../src/web/components/content.ts';
import { contentOf } from '../../tools/markup.ts';

/** Options as the design system writes them; their shapes differ by component. */
// biome-ignore lint/suspicious/noExplicitAny: read from the fixtures, and compared as what they make.
export type Options = any;

export interface Fixture {
  name: string;
  options: Options;
  html: string;
}

/** A component of ours against that of the design system with the same name. */
export interface Proof {
  component: string;
  /** Ours, with the options of a fixture in our words. */
  render: (options: Options) => VNode;
  /** Fixtures that are not ours to meet: why, and which (a name, or an option that makes it so). */
  leftOut?: readonly { why: string; when: (options: Options, name: string) => boolean }[];
}

const require = createRequire(import.meta.url);

export function fixturesOf(component: string): Fixture[] {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

/** Their "text or html" is our content. */
export const content = (given: Options): Content =>
  given?.html ? (contentOf(String(given.html)) as Content) : (given?.text ?? undefined);

/** Their options with a text, as ours. */
export const options = (given: Options) =>
  given === undefined || given === null ? undefined : { ...given, html: undefined, text: content(given) };

/** What surrounds a control. */
export const formGroup = (given: Options) =>
  given === undefined
    ? undefined
    : {
        ...given,
        beforeInput: content(given.beforeInput ?? given.beforeInputs),
        afterInput: content(given.afterInput ?? given.afterInputs),
      };

/** What every field has. */
export const field = (given: Options) => ({
  ...given,
  label: options(given.label),
  hint: options(given.hint),
  errorMessage: options(given.errorMessage),
  formGroup: formGroup(given.formGroup),
});

/** Lists of the fixtures hold gaps that their templates skip; ours are typed and have none. */
export const given = (items: Options): Options[] => (items ?? []).filter(Boolean);
