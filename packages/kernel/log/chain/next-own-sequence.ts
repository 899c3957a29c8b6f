import type { ContainerHeader } from "@mingbai/ledger/container/container";
import { findMemberNumber } from "@mingbai/ledger/genesis/roster";
import { rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";

/** In solo there is one member. */
const soloMember = 0;

interface Own {
  readonly state: State;
  /** At which the containers were ordered, or may be. */
  readonly height: number;
  /** By which this node signs its containers, hexadecimal; undefined where it is the only one. */
  readonly ackKey: string | undefined;
  readonly next: number;
}

/**
 * Number of this node's next container, `next` unless one of these is its own and not before that. A member's place may have been
 * another's in the roster before: too high a number only skips some.
 */
export function nextOwnSequence(
  { state, height, ackKey, next }: Own,
  containers: Iterable<{ readonly header: ContainerHeader }>,
): number {
  let past = next;
  const own = ackKey === undefined ? [soloMember] : numbersOf({ state, height, ackKey });
  for (const { header } of containers) {
    if (own.includes(header.origin)) past = Math.max(past, header.originSequence + 1);
  }
  return past;
}

/** The places of the member with this key in the rosters that count at this height. */
function numbersOf({ state, height, ackKey }: { state: State; height: number; ackKey: string }): readonly number[] {
  return rostersAllowed(state, height).flatMap((roster) => findMemberNumber(roster, ackKey) ?? []);
}
