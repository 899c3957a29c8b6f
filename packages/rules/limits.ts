/**
 * The subset's version. What a rule means never changes under one number: a further function or a wider limit is a new
 * version, and whatever stores a rule stores the version that it was written for.
 */
export const rulesLanguageVersion = 1;

/** UTF-16 units of a rule's text. */
export const ruleUnitsMax = 4_000;

/** Nodes of a rule's syntax tree, macros counted as one. */
export const nodesMax = 500;

/** Levels of the syntax tree, and brackets open at once in the text. */
export const nestingMax = 40;

/** The most that `itemsMax` of a declared list may be. */
export const listItemsMax = 1_000;

/** UTF-16 units of any text that a rule reads, or makes by joining. */
export const textUnitsMax = 1_000;

/** Names declared for one rule, fields at every level counted. */
export const namesMax = 2_000;

/** Levels of a declared type. */
export const typeLevelsMax = 8;

/** Steps of one evaluation. A step is the visit of one node; `textSteps` and `searchSteps` weigh what is longer. */
export const stepsMax = 200_000;

/** Steps of work that goes through a text once: comparing, joining, counting. About what `textUnitsMax` units take. */
export const textSteps = 64;

/** Steps of looking for one text in another. */
export const searchSteps = 128;
