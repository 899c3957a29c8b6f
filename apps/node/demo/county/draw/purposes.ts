/** What numbers are drawn for: each has its own, so that a change to one part of the county leaves the others as they were. */
export const purposes = {
  ids: 1,
  standing: 2,
  family: 3,
  file: 4,
  facts: 5,
  planting: 6,
  order: 7,
  stranger: 8,
  sheet: 9,
  survey: 10,
  dispute: 11,
} as const;
