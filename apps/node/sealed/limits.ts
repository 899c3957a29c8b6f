/** `part/`, a subject, a hash and a giver: the longest name that travels, with room to spare. */
export const subjectBytesMax = 112;
/** A list, a batch of it, a part of that: nothing lies deeper. */
export const subjectsPerPathMax = 3;
/** Bytes of each piece of a file but the last. */
export const pieceBytes = 256 * 1024;
/** Entries that are being fetched at once; one file at most is held in pieces by each. */
export const fetchesAtOnceMax = 4;
/** Questions of one member that are being answered at once; further ones are answered "busy". */
export const servedPerMemberMax = 8;
/** A question to one member is put to the next after this. */
export const answerMsMax = 5_000;
/** When nobody could give an entry all are asked again after this, twice as long each time. */
export const askAgainMsMin = 200;
export const askAgainMsMax = 60_000;
/** Beyond so many that are nowhere the longest pause grows with them: names that nobody ever typed must not keep members busy. */
export const askedAgainAtOnceMax = 1_024;
/** Entries that wait to be fetched; what is beyond is found again at the next start. */
export const wantedMax = 262_144;
