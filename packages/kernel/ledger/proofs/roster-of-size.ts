import type { RosterStatement } from "./roster-note.ts";

/**
 * Of rosters in order of epochs the one whose members sign the tree of this size: the last that was in force before the
 * tree's last leaf. Undefined where that one is not given.
 */
export function rosterOfSize<Of extends Pick<RosterStatement, "fromSize">>(
  rosters: readonly Of[],
  size: number,
): Of | undefined {
  return rosters.findLast(({ fromSize }) => fromSize < size);
}
