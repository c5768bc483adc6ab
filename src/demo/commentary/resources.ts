import type { Texts } from './texts.ts';

/** Corporate Resources: the exceptions at the second quarter of 2018-19. */
export const resourcesTexts: Texts = {
  'CM PM15': {
    context: `Residents completed 44,745 transactions online in six months. That is 16.1% more than in the same months of last year, but well short of the 60,000 we set out to reach. We expect 112,816 by the year end: growth on last year, and about 12,000 below target.`,
    actions: `The target assumed that the new customer portal would open in the summer. It will now open in quarter 3, and should bring in

1. council tax changes, of which almost 30,000 arrived by email last year
2. answers to common questions, so that fewer people need to ring
3. one account for each household in place of six separate forms.

A new head of service is comparing our plans with what has worked elsewhere.`,
    intervention: `We will come back to this after quarter 3, when the portal has been open for long enough to show a result.`,
  },

  'CM PM24': {
    context: `New claims have taken 31.5 days on average since April. The first quarter stood at 30.9 days and the second, on its own, at 32.17. Summer is always the slowest time, because of leave, and this year there was more:

- two assessors were on long-term sick leave throughout
- one full-time assessor moved to questions about [Universal Credit](https://www.gov.uk/universal-credit), which began here in full in July
- the benefits system was out of use on several days.`,
    actions: `The system is stable again and leave is back to its usual level, so we expect quarter 3 to be quicker and the year to end at 29.5 days. The two absences continue; agency cover has been agreed until January.`,
    intervention: `To be looked at again after quarter 3. If it is still above target we will ask for a performance surgery.`,
  },

  'CM PM24a': {
    context: `The same pressures as on CM PM24 apply, and had more effect here. Changes took 13.38 days in the second quarter, up from 10.09 in the first, which brings the average since April to 11.8 days against a target of 11.0.`,
    actions: `Changes that can be settled from one document are now dealt with on the day they arrive. With that and with full staffing in the winter, when most changes are simple ones, we expect to end the year on target.`,
    intervention: `To be looked at again after quarter 3, together with CM PM24.`,
  },

  'CP 08f': {
    context: `Each employee lost 5.6 working days to sickness in the first half of the year; the target was 4.2. The second quarter alone came to 3.07 days. That is more than in the first quarter (2.53) and 0.2 more than in the same quarter of last year, because of a sharp rise in July.

By directorate the second quarter was:

- Communities & Place 2.98
- Corporate Resources 2.76
- People Services 3.35.

Over the last 12 months the figure is 11.67 days. The forecast of 11.7 is a little better than last year’s 11.9, which is why the direction of travel is given as improving. It is still far from the target of 8.4.`,
    actions: `- Managers are being trained to handle absence and stress, with 14 sessions held so far.
- A tool that shows each manager the open cases in their team, and what has been agreed, goes live before the end of the year.
- Briefings on wellbeing began in September and will reach every depot.`,
    intervention: `The Corporate Leadership Team sees these figures monthly. The service asks for a target that can be reached, of 11.5 days. Scrutiny will have a full report in February 2019.`,
  },

  'FPA PM22b': {
    context: `The auditors accepted that controls have become better, but not that the change had lasted long enough to rely on. They therefore gave a qualified value for money opinion on the 2017-18 accounts, as they had the year before.`,
    actions: `An audit opinion is not revised, so this status will stand all year and there is no forecast. Controls agreed with the auditors have been in place since April and are tested every quarter, so that the next opinion, on 2018-19, can be a better one.`,
    intervention: `Followed in the Corporate Improvement Plan. Scrutiny had an update in October 2018, and the Leadership Team’s performance board checks progress each month.`,
  },

  'EARS PM53': {
    context: `273 of the 420 absences that ended in the quarter were followed by an interview within three working days: 65.0%, which is 3.2 percentage points more than in the first quarter. Compliance has risen for several quarters, but from a low base, and the target is 90%.`,
    actions: `Each head of service now has a weekly list of interviews not yet held. Short courses on how to hold a good interview start in November, and are open to every manager.`,
    intervention: `Scrutiny will look at this as part of its review of sickness in February 2019. Until then the Leadership Team’s performance board asks about it monthly.`,
  },

  'L&D PM07b': {
    context: `Searches have taken 15.1 days on average since April, five more than the 10 days that government now expects. Two of a small team have been away ill for most of the period, and the move to a new register has taken time from those who were left. The work is technical, and temporary staff who can do it are hard to find.`,
    actions: `- A colleague from Highways answers the highways questions one day a week.
- Two apprenticeships for routine work have been advertised.
- Searches for buyers with a completion date are done first.`,
    intervention: `The measure joined the scorecard this year. Because urgent searches are put first, the risk is judged to be low, and nothing more is proposed this quarter.`,
  },
};
