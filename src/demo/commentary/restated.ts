import type { Texts } from './texts.ts';

/** What was written while seven requests were still counted as late: an exception when it was first reported. */
export const beforeRestatement: Texts = {
  'IG/20': {
    context: `243 of the 274 requests due in the quarter were answered within 20 working days: 88.7%, a little below target. Several requests in July covered many years of records.`,
    actions: `Services now agree within three days who will answer each part of a request. The register is being checked against the letters sent.`,
    intervention: `We expect to end the year on target. No further action is proposed.`,
  },
};

/** What was written when the register had been checked. */
export const afterRestatement: Texts = {
  'IG/20': {
    context: `Restated in November: 250 of the 274 requests due in the quarter were answered within 20 working days (91.2%). Seven had been logged on a later day than the one on which they were sent.`,
    actions: `The day of sending is now taken from the letter itself. The first quarter has been checked in the same way and stands.`,
    intervention: `None needed: the figure is above target.`,
  },
};
