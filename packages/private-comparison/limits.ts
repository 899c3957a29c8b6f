/** People in one ask: a full one always goes out, so that its size tells nothing of how many of them are real. */
export const askItems = 64;

/** People that are evaluated in one call while a list is made ready: about a quarter of a second. */
export const chunkItemsMax = 256;

/** Entries of the smallest list that is given away; a smaller one is filled up with entries of nobody. */
export const entriesMin = 1_024;
export const entriesMax = 1_048_576;
/** All entries of one list. */
export const entriesBytesMax = 256 * 1024 * 1024;

/** The fact that is sealed for one person: a few fields, no document. */
export const factBytesMax = 1_024;

/** An offer ends by itself. RFC 9497 §7.2.3 asks for keys that do not live long; so does a list that grows old. */
export const offerMsMax = 90 * 24 * 3_600_000;

/** What one offer answers in all, asked for by its maker within this bound. */
export const offerEvaluationsMax = 1_048_576;

/**
 * What one asker is answered in one period over all offers of a department. Identity numbers can be guessed: whoever may
 * ask without end can read off the whole list. Two registers of 350,000 people fit; the 36 million numbers that
 * one county can have given out in a century do not.
 */
export const periodEvaluationsMax = 786_432;
export const budgetPeriodMs = 30 * 24 * 3_600_000;
