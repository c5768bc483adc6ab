import type { Texts } from './texts.ts';

/** Early help and children in care: the exceptions at the second quarter of 2018-19. */
export const childrenTexts: Texts = {
  'EI 12/EI 3': {
    context: `189 of the 200 families whose support has ended since April had a better score at the end than at the beginning. That is 94.5%; one more family would have met the target.`,
    actions: `The early help plan continues. Workers and families now look at the scores together half-way through, rather than only at the end, so that support can be changed while it still counts.`,
    intervention: `The Early Help and Social Care Board reviews this each quarter. Nothing further is proposed.`,
  },

  'C PM21': {
    context: `66 of the 120 children placed with agencies live within 20 miles of the city (55.0%, against 57.0% planned for this point in the year). Three more children would have met it. The measure is new this year, so there is no earlier outturn to compare it with.`,
    actions: `We are meeting local agencies about the carers we shall need, especially for teenagers and for brothers and sisters together. A post to lead this work has been advertised; its work plan will follow once someone is in post.`,
    intervention: `Discussed at the children’s demand meeting, which the Strategic Director holds every two weeks.`,
  },

  'EIIS PM04': {
    context: `469 children had a child protection plan at the end of September. That is 78.90 in every 10,000, the fewest for over a year and better than the 81.30 planned for this point. It is still high by past standards.

Most children who come off a plan go on being supported as children in need; a few come into care. A low rate is not an aim in itself: every child who needs a plan must have one.`,
    actions: `Conference chairs and locality managers go through borderline cases together each week, so that the same threshold is used across the city.`,
    intervention: `The target falls to 75.80 by the year end and we forecast 80.00, so this is expected to turn Red. Scrutiny will hear about demand on children’s services in November 2018.`,
  },

  'L&I PM23e': {
    context: `Two of our five homes are judged good: 40.0%. At the end of June it was four of six. Since then one home that was good has closed, and another was judged inadequate at its latest inspection. With so few homes, each is worth 20 percentage points.

The reports are published by [Ofsted](https://www.gov.uk/government/organisations/ofsted).`,
    actions: `- Cabinet agreed in August to consult on changing the shape of the service; the results will come back with recommendations.
- The home judged inadequate has a plan for each of the inspectors’ findings, checked weekly.
- Plans that help young people to manage their behaviour have been rewritten for each of them.
- Attendance at school or training is followed daily in every home.`,
    intervention: `The Corporate Parenting Board and the lead member check progress against every recommendation. No inspection that could change the figure is expected before the end of March.`,
  },

  'SS PM07': {
    context: `About 500 children were in care at the end of September: 84.80 in every 10,000, against 81.10 planned. That is slightly fewer than in June (85.31). The year is nevertheless expected to end at 85.00, which is above last year’s 83.94, and so the direction of travel is deteriorating.

More children have had protection plans in recent years, and more have arrived in the city alone seeking asylum.`,
    actions: `Every admission to care is agreed by a senior manager. The team that helps children to return home safely has two vacancies; it is working with 25 young people for whom a return is planned.`,
    intervention: `- A performance surgery on demand was held in April 2018.
- Scrutiny will review demand in November 2018.
- The Strategic Director chairs a meeting every two weeks on who is coming into care, and who can leave it.`,
  },

  'SS PM23b': {
    context: `67.2% of children in foster care are placed through agencies, up from 65.1% in June; the target is no more than 60.0%. Recruiting our own carers remains hard. In the quarter we made 19 first visits and had six applications. Ten households are being assessed, all due at panel by the end of March.`,
    actions: `- The reward for recommending a [foster carer](https://www.gov.uk/foster-carers) is being raised from £500 to £1,000.
- Carers will be paid for their skills, which brings us closer to what agencies offer.
- Vacancies with our own carers are reported weekly, before an agency is asked.`,
    intervention: `The demand meeting looks at every new agency placement. Scrutiny will consider carers and placements in November 2018. We expect to end the year at 65.0%.`,
  },

  'SS PM25': {
    context: `Nine of the 16 children who have moved in with their adoptive family since April waited less than 16 months: 56.3%. In the second quarter it was three of six. Court proceedings held up two of the other three. For the third, a first match did not work out, and time to settle was needed before looking again.`,
    actions: `Family finders now work alongside social workers while a case is still in court, so that the search for a family begins earlier.`,
    intervention: `Discussed at each demand meeting. The numbers are small, so that one child makes a difference of several points. We forecast 65.0% for the year, which would meet the target.`,
  },

  'SS PM28': {
    context: `Two applicants were approved in the first quarter, both after more than 8 months, and none in the second. The figure for the year so far is therefore 0.0%.`,
    actions: `Eleven assessments are under way, all due at panel within 8 months. Each has a date for panel, and the manager checks weekly that it will be kept. On that footing we forecast 85.0%.`,
    intervention: `Nothing further is proposed. The figure rests on very few applicants: the first approvals of the autumn will change it a great deal.`,
  },
};
