import type { CheckRule } from '../finding.ts';
import type { Rule } from '../reading.ts';
import { contactDetails } from './contact-details.ts';
import { datePassed } from './date-passed.ts';
import { textUnchanged } from './text-unchanged.ts';

/** Every rule by its name: one file each. */
export const rules: Readonly<Partial<Record<CheckRule, Rule>>> = {
  datePassed,
  textUnchanged,
  contactDetails,
};
