import type { CheckRule } from '../finding.ts';
import type { Rule } from '../reading.ts';
import { abbreviation } from './abbreviation.ts';
import { changeDiffers } from './change-differs.ts';
import { contactDetails } from './contact-details.ts';
import { datePassed } from './date-passed.ts';
import { differenceDiffers } from './difference-differs.ts';
import { extremeDiffers } from './extreme-differs.ts';
import { figureDiffers } from './figure-differs.ts';
import { hardWord } from './hard-word.ts';
import { lengthGuide } from './length-guide.ts';
import { longSentence } from './long-sentence.ts';
import { noFurtherAction } from './no-further-action.ts';
import { offTopic } from './off-topic.ts';
import { openAction } from './open-action.ts';
import { otherPeriod } from './other-period.ts';
import { partsAgainstDirection } from './parts-against-direction.ts';
import { personNamed } from './person-named.ts';
import { quarterAlone } from './quarter-alone.ts';
import { sectionEmpty } from './section-empty.ts';
import { sizeOfChange } from './size-of-change.ts';
import { smallCount } from './small-count.ts';
import { sumDiffers } from './sum-differs.ts';
import { targetWords } from './target-words.ts';
import { textUnchanged } from './text-unchanged.ts';
import { unknownMeasure } from './unknown-measure.ts';
import { worstPossible } from './worst-possible.ts';

/** Every rule by its name: one file each. */
export const rules: Readonly<Record<CheckRule, Rule>> = {
  figureDiffers,
  differenceDiffers,
  changeDiffers,
  targetWords,
  extremeDiffers,
  sizeOfChange,
  worstPossible,
  partsAgainstDirection,
  sumDiffers,
  quarterAlone,
  datePassed,
  otherPeriod,
  textUnchanged,
  noFurtherAction,
  openAction,
  sectionEmpty,
  offTopic,
  unknownMeasure,
  contactDetails,
  personNamed,
  smallCount,
  abbreviation,
  longSentence,
  hardWord,
  lengthGuide,
};
