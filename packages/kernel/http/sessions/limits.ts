/** A session ends when its person has done nothing for so long. */
export const sessionIdleMsMax = 30 * 60_000;
/** A session ends after so long in any case. */
export const sessionMsMax = 12 * 60 * 60_000;
/** How long a challenge waits for its signature: a passkey's dialogue takes up to two minutes. */
export const challengeMsMax = 3 * 60_000;
/** Challenges that wait at once; who asks for one more is told to come back. */
export const challengesMax = 10_000;
/** An account's oldest session ends when it begins one more. */
export const sessionsPerAccountMax = 8;
export const sessionsMax = 20_000;
/** Challenges asked for, and signatures given, a minute from one address. */
export const signInsPerMinuteMax = 60;
/** A token and a challenge: nobody guesses 256 bits. */
export const tokenBytes = 32;
