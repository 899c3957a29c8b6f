/**
 * Whether a household's file says that it is on help that others in need could have: a county keeps files of other
 * households too, and a car is no contradiction there.
 */
export const isOnHelp =
  "(has(h.monitored) || (has(h.reliefKinds) && h.reliefKinds.exists(kind, kind in limits.meansTested)))";
