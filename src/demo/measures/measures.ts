import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { adultMeasures } from './adults.ts';
import { childrenMeasures } from './children.ts';
import { customerMeasures } from './customers.ts';
import { learningMeasures } from './learning.ts';
import { placeMeasures } from './place.ts';
import { workforceAndFinanceMeasures } from './workforce-and-finance.ts';

/** Every version of every measure; of one measure the older first. */
export const measures: readonly MeasureVersion[] = [
  ...placeMeasures,
  ...customerMeasures,
  ...workforceAndFinanceMeasures,
  ...childrenMeasures,
  ...learningMeasures,
  ...adultMeasures,
];
