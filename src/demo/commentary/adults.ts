import type { Texts } from './texts.ts';

/** Adult social care: the exceptions at the second quarter of 2018-19. */
export const adultTexts: Texts = {
  'AHH 02D': {
    context: `67.6% of new clients needed nothing more after a short period of support. That is much the same as in June (67.8%) but lower than in any year to 2017, because the people who come to us now have more complex needs. Two in three still manage without further help, which suggests that our first response works.`,
    actions: `A peer review in October 2018 will look at how enquiries are answered and how quickly support begins. We shall change the pathway in the light of what it finds.`,
    intervention: `The Adults’ Finance and Performance Board follows this. Scrutiny will consider it in November 2018, as part of its look at demand.`,
  },

  'AHH Local 2A (i)': {
    context: `Admissions since April come to 9.0 for every 100,000 adults under 65, against 7.7 planned; that is fewer than 20 people. We expect 23.0 for the year. Some contracts have been recorded late while funding was being settled, so the figure may yet rise.

What has pushed it up:

- more young people leaving care who need support day and night
- people who would once have stayed in hospital, and now live in residential care
- providers who cannot find enough staff for the more demanding placements.`,
    actions: `- A new accommodation strategy for younger adults has opened 22 supported flats.
- Direct payments are offered to everyone in supported living.
- Social workers meet families earlier, before a crisis makes residential care the only choice.`,
    intervention: `Scrutiny will review this in November 2018, with other pressures on People Services.`,
  },

  'AHH 02B': {
    context: `78.3% of older people were at home 91 days after leaving hospital. Until two years ago the figure lay between 85% and 90%. We then chose to take many more people into reablement, and people with greater needs, to relieve the hospital. Some decline was expected, and the target was lowered this year from 85.0% to 82.0%; the fall has gone a little further than that.`,
    actions: `We are going through the records of everyone who was not at home after 91 days, to see who they were, what happened and what might have helped. The findings will be ready in December.`,
    intervention: `National figures for 2017-18 are due shortly. They will show how far our choice explains the decline, and whether others have seen the same.`,
  },
};
