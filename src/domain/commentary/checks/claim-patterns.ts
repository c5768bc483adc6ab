/** What stands before a number that is a target; the words between are counted on to be short. */
export const TARGET_BEFORE =
  /\btargets?(?: (?:for|in|at) (?:the |this )?(?:end of (?:the )?)?(?:year|quarter|period|point|year end|half-year)(?: end)?(?: to date)?)?(?: (?:is|was|are|of|at|remains|stands at|has been|set at|level of|figure of))* ?\(?(?:only |just )?$/i;
export const EXPECTED_BEFORE =
  /\b(?:below|lower than|less than|under|short of|above|higher than|against|behind|exceeds?|exceeding) (?:the|an?|our) (?:expected|planned|profiled|required)(?: (?:level|rate|figure)(?: of)?)? $/i;
export const TARGET_AFTER = /^(?: \p{L}+)? (?:target\b|(?:were |was )?(?:planned|profiled)\b)/iu;
/** A target that is not the one in force, or is somebody else's. */
export const OTHER_TARGET =
  /\b(?:propos\w*|realistic|suggest\w*|recommend\w*|amend\w*|alter\w*|new|future|national|regional|england|statutory|government|own|their|his|its own|previous|former|old|original|earlier|last year['’]s|contract\w*|minimum)(?: \p{L}+){0,3} target/iu;
export const TARGET_OF_OTHERS = /\btarget for (?!(?:the )?(?:year|quarter|period|this|end|point|half))/i;

export const FORECAST_BEFORE =
  /\b(?:(?:forecast|projection|(?:predicted|projected|forecast) outturn)(?: (?:for|at) the (?:year|end of the year|year[- ]end))?(?: (?:is|of|at|remains|now|has been|raised|lowered|amended|revised|reduced|increased|changed|moved|to|stands at))*|(?:we|service) (?:now |still )?(?:forecast|predict|project)|(?:expect(?:ed)?|likely|set|on course|forecast|anticipated|projected) to (?:end|finish|close) the year (?:at|on|with)|the year will (?:end|finish|close) (?:at|on|with)) ?\(?$/i;
/** "We expect 112,816 by the year end". */
export const EXPECT_BEFORE = /\bwe (?:now |still )?expect $/i;
export const BY_YEAR_END = /^[^.;]{0,25}\b(?:by|at|for) the (?:year[- ]end|end of the year|year)\b/i;
export const OTHER_FORECAST = /\b(?:previous|last|earlier|former|original|first) (?:\p{L}+ )?forecast/iu;

/** Between an earlier period named and its figure: "In Q1 it was", "last quarter (". */
export const PAST_THEN_NUMBER =
  /^(?:['’]s)?(?: (?:figure|performance|result|outturn|the figure|it))*(?:(?: (?:was|is|stood at|came to|had been|at|of))| \(|: ?)+ ?$/i;
/** Between a figure and the earlier period that it is of: "84.9% in quarter 1", "30% reported at quarter one". */
export const NUMBER_THEN_PAST =
  /^(?: (?!since\b|than\b|from\b|compared\b|over\b|on\b)(?:working days|per 10,000|\p{L}+))?(?: reported)?(?: (?:in|at|for|during|by|as at))?(?: the end of)?(?: the)? $/iu;

/** Between the measure and its present figure. */
export const SUBJECT_THEN_NUMBER =
  /^(?:,? (?:is|was|of|stands|stood|at|has|have|been|remains|remained|came|reached|now|currently|finished|ended|were|to|risen|fallen|increased|decreased|dropped|improved|declined|reduced|gone up|gone down|rose|fell|for each employee|lower|higher))+(?: \()? ?$/i;

/** A number that is a difference: "0.2 days higher than", "1.4 days over the target". */
export const DIFFERENCE_AFTER =
  /^(?: (?!is\b|was\b|are\b|were\b|which\b|and\b|but\b|or\b)\p{L}+)? (?:higher|lower|more|fewer|less|better|worse|faster|quicker|slower|longer|shorter|greater|above|below|over|under|outside|short|behind|ahead|up|down)\b/iu;
/** Between the target and a number: what is left between the two. */
export const GAP_TO_TARGET =
  /\b(?:against|gap to|short of|over|under|variance (?:from|to|against)) (?:the )?target is $/i;

export const ALONE = /\b(?:alone|on its own|by itself|discrete|in[- ]quarter|in[- ]month)\b/i;
export const TO_DATE =
  /\b(?:year[- ]to[- ]date|to date|so far this year|since april|since the (?:start|beginning) of the year|first half of the year|half-year|(?:to|since) the end of)\b/i;
