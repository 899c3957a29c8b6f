/** Containers that stand in their items and need no store; others keep as many items of one origin at the least. */
export const inlinePublishedMax = 64;

/** Pushes to one member that wait for its answer. */
export const pushBytesInFlightMax = 8 * 1024 * 1024;
export const pushesInFlightMax = 32;
/** Items shared with one member that wait for its answer. */
export const itemBytesInFlightMax = 1024 * 1024;
export const itemsInFlightMax = 64;
/** When a push or an item without an answer is sent again: this long after the first time, twice as long after each. */
export const repeatMsMin = 1_000;
export const repeatMsMax = 15_000;
/** A member whose queue is full or that is not there is tried again after so long, twice as long each time. */
export const blockedMsMin = 20;
export const blockedMsMax = 1_000;
/** However long another asks to wait, a push comes again within this. */
export const postponeMsMax = 10_000;

/** Containers of one member that are being checked or written at once; each pushes into its own share. */
export const checkingBytesMax = 8 * 1024 * 1024;
export const checkingContainersMax = 64;
/** How far behind what it may hold a container is taken: an origin may be some heights ahead of who stores. */
export const expiryHeightsMax = 4_096;

/** When it is worth while to push again what was answered BUSY. */
export const quotaRetryMs = 250;
export const roomRetryMs = 5_000;
export const healingRetryMs = 5_000;
export const checkingRetryMs = 50;

/** What is read of one member in vain, in bytes of bodies, before it has to wait: so much at once, then so much in each ms. */
export const vainBurstMs = 1_000;
export const vainBytesPerMs = 16 * 1024;
/** What a push costs that is read in vain, however short it is: as much as so many bytes of a long one. */
export const vainPushBytes = 32 * 1024;

/** A body that is on its way has so long to come by itself before others are asked for it. */
export const fetchGraceMs = 50;
/** A question to one member is put to the next after this; an answer that comes later still counts. */
export const answerMsMax = 1_000;
/** When nobody could answer all are asked again after this, twice as long each time. */
export const roundPauseMsMin = 50;
export const roundPauseMsMax = 2_000;
/** Questions of one member that are being answered at once; further ones are answered "busy". */
export const servedPerMemberMax = 8;

/** Wrong things that are forgiven a member at once, and how fast it is forgiven more. */
export const faultsBurstMax = 256;
export const faultsPerSecondMax = 16;
/** Ids of items that are known to have come; the oldest are forgotten and judged again. */
export const knownItemsMax = 8_192;
