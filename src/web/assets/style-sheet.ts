import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import own from './outturn.css';
import reading from './reading.css';

export interface StyleSheet {
  text: string;
  hash: string;
}

let made: StyleSheet | null = null;

/**
 * The design system's sheet without the typeface and pictures of GOV.UK, which are not for other sites to use, and
 * ours after it.
 */
export function styleSheet(): StyleSheet {
  if (made !== null) return made;
  const file = createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css');
  const system = readFileSync(file, 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('"GDS Transport",', '')
    .replaceAll('GDS Transport,', '')
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//, '');
  const text = `${system}\n${own}\n${reading}`;
  made = { text, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) };
  return made;
}
