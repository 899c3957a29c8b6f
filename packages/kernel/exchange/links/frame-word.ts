/** In front of each frame stands its length, u32; with the top bit set the word is a message of its own. */
export const wordBytes = 4;
export const pingWord = 0x8000_0001;
export const pongWord = 0x8000_0002;
/** From here on a word is no length. */
export const wordsFrom = 0x8000_0000;
