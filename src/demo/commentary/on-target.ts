import type { Texts } from './texts.ts';

/** A few words on measures that are not exceptions, at the second quarter of 2018-19. */
export const onTargetTexts: Texts = {
  'WST-1': {
    context: `402 missed collections were reported in the quarter, 18 fewer than the limit we set. Crews now photograph blocked streets, which has cut repeat visits.`,
  },
  'WST-2': {
    context: `Provisional: September is estimated. Garden waste was lighter than usual in the dry summer, and food waste made up for it.`,
  },
  'LIB.7': {
    context: `Visits rose in the holidays with the summer reading challenge, and stand above plan for the half year. Almost half were to the Central library.`,
  },
  'HOM 2.1': {
    context: `The [new homelessness law](https://www.gov.uk/government/policies/homelessness) began in April. 121 of the 204 prevention duties that ended in the quarter ended with a home secured (59.3%). This year sets the starting point; a target will follow for 2019-20.`,
  },
  'HOM 2.4': {
    context: `169 households were in temporary accommodation at the end of September, six more than in June. Eleven families moved out of bed and breakfast.`,
  },
  'STR 11': {
    context: `748 of 792 reports were dealt with in two working days. This measure replaces two, for fly-tips and for graffiti, and cannot be compared with either.`,
  },
  'HWY-02b': {
    context: `801 of the 826 defects due were made safe in time. The figure came in late because September’s works orders were closed after the return was due.`,
  },
  'SPORT-P1': {
    context: `The foundations are finished and the three weeks lost in the spring have been made up. The pool is again due to open in the autumn of 2019.`,
  },
  'CSC 1.5': {
    context: `284 complaints were received, 13 fewer than in the first quarter. Missed bins and repairs to council homes remain the most common reasons.`,
  },
  'FIN-05b': {
    context: `£5.45 million of savings had been delivered by the end of September. Cabinet lowered the target in July, because the depot move, and the saving that depends on it, will now fall in 2019-20. Against the first target this would have been short by £450,000.`,
  },
  'HR-APP': {
    context: `51 apprentices have started since April, 37 of them in September. The target was raised in June, after schools joined the scheme.`,
  },
  'DTOC-2': {
    context: `From this year every day counts, where one day a month was counted before. The figures look lower for that reason alone, and are not compared with last year’s.`,
  },
  'SG-1': {
    context: `Two partners changed their case systems in September and could not send their returns in time. We expect the figures by 2 November 2018.`,
  },
  'EXC-4': {
    context: `Fewer than five pupils were permanently excluded, so the number is not shown.`,
  },
  'NEET 16': {
    context: `September is the hardest month to measure, because many young people are between courses. 5.1% were not in education, employment or training, or we did not know what they were doing.`,
  },
};
