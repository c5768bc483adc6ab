import type { Texts } from './texts.ts';

/** Schools and early years: the exceptions at the second quarter of 2018-19. */
export const learningTexts: Texts = {
  'C PM02a': {
    context: `*These figures are provisional.* The summer count puts take-up at 95.0%, a little above the spring and level with the end of last year. The target is 98.0%. Final figures, by ward, come at the end of October.

The longer hours offered to working parents are popular: 1,775 children took up a place in the summer, 15% more than in the autumn.`,
    actions: `1. Families who use the free hours at two tend to stay, so every family with a two-year-old is told of the [help with childcare](https://www.gov.uk/help-with-childcare-costs) on offer.
2. Health visitors and children’s centres call on families in the wards where take-up is lowest.
3. Nurseries and childminders in two of those wards have formed a group to find out what holds parents back.`,
    intervention: `A change to the target is proposed in the mid-year review, for Cabinet to consider.`,
  },

  'L&I PM02a': {
    context: `*Provisional until the Department for Education publishes final results in December or January.* 60.0% of pupils reached the expected level in reading, writing and maths. That is five percentage points more than last year (55.0%) and twelve more than the year before, though one point below our target of 61.0%.

Results can be found on the [department’s pages](https://www.gov.uk/government/organisations/department-for-education) once they are final.`,
    actions: `Almost two thirds of primary schools have joined a programme of support that begins this term. It concentrates on writing, where the city is furthest behind.`,
    intervention: `Scrutiny will see the final results. Ofsted will ask about them when we next meet, in 2019.`,
  },

  'L&I PM23c': {
    context: `*This commentary is provisional: it has been written by the compiling officer and has yet to be approved.*

49 of our 57 maintained schools are judged good or outstanding (86.0%), which is exactly the target for this quarter. The figure moves as schools are inspected and as some become academies and leave the count. Two good schools are due to do so before the end of March.`,
    actions: `*Provisional.* Support has gone to the schools that need it most. Over the last year we have

- changed the leadership of schools where it was weak
- issued formal warnings
- put interim boards in place
- found sponsors for schools that had to become academies
- brought in experienced heads to work alongside new ones.`,
    intervention: `The target rises to 90.0% by the year end and we forecast 85.0%, so this is expected to turn Red. An item is being planned for the children’s scrutiny board, and the Education Board reviews each school of concern.`,
  },

  'SEND 6': {
    context: `Of the 19 new plans issued since April, 10 were issued within 20 weeks: 53%. At the end of June it was three of ten, or 30%, so the second quarter was much the better of the two, with seven of nine on time. 186 requests for an assessment came in over the six months.

What a plan is, and who may ask for one, is explained on [GOV.UK](https://www.gov.uk/children-with-special-educational-needs).`,
    actions: `- Vacant posts are being filled; we expect the team to be complete by 30 November 2018.
- Each case now shows the date by which every partner must answer, and a manager sees those that are late.

With these we expect to reach 75% for the year, the least that is expected nationally.`,
    intervention: `The SEND improvement board looks at this each month. Scrutiny will have a report in December 2018, and a performance surgery will be held before the end of March.`,
  },
};
