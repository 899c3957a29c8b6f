/** First byte of every message. */
export const messageTypes = { offer: 1, ask: 2, answer: 3 } as const;

export const typeBytes = 1;
export const idBytes = 32;
