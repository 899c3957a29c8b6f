/** At most one tree is signed in each of these, of block time. */
export const checkpointEveryMs = 250;
/** The newest trees whose votes are held: two seconds' worth under load, and what a vote's root is compared with. */
export const treesMax = 8;
/** Votes that one peer sent for trees that this node does not have yet; the oldest give way. */
export const aheadVotesMax = 64;
/** Members whose contradiction is kept; one is enough to be rid of a member. */
export const evidenceMax = 32;
/** What is not complete is asked for after this, twice as long each time. */
export const askMsMin = 500;
export const askMsMax = 15_000;
/** Between two answers to one peer: whoever asks more often waits. */
export const answerMsMin = 100;
/** Notes in one answer. */
export const rosterNotesPerAnswerMax = 8;
