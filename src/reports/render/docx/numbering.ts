import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';

/** The two native lists of the document. */
export const BULLETS = 'report-bullets';
export const NUMBERS = 'report-numbers';

/** How deep a list may go; deeper items stay at the last level. */
export const DEEPEST_LEVEL = 3;

const STEP = 227;
const BULLET_CHARACTERS = ['\u2022', '\u2013', '\u2022', '\u2013'];
const NUMBER_FORMATS = [
  LevelFormat.DECIMAL,
  LevelFormat.LOWER_LETTER,
  LevelFormat.LOWER_ROMAN,
  LevelFormat.DECIMAL,
];

const levels = (
  format: (level: number) => { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string },
) =>
  BULLET_CHARACTERS.map((_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    ...format(level),
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
  }));

export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: levels((level) => ({ format: LevelFormat.BULLET, text: BULLET_CHARACTERS[level] ?? '\u2022' })),
    },
    {
      reference: NUMBERS,
      levels: levels((level) => ({
        format: NUMBER_FORMATS[level] ?? LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
      })),
    },
  ],
};
