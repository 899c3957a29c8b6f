/** A block of at most this many people is compared pair by pair. */
export const blockMembersMax = 128;
/** In a larger block everyone is compared with this many who follow them when it is sorted. */
export const neighboursMax = 16;
/** Two to the power of 21: a key of 32 bits and a row fit into one exact number. */
export const peopleMax = 2_097_152;
