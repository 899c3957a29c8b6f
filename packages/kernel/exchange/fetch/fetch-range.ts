import { isVoidFault } from "@mingbai/ledger/container/stateless-check";
import { type BodyPlace, encodeRange, isAt } from "../frames/range.ts";
import type { OrderedBody, RangeBodies } from "../frames/range-bodies.ts";
import type { AskMembers } from "./ask-members.ts";
import type { FetchContext } from "./fetch-body.ts";

/** Bodies in the order in which they were ordered, and where to go on. */
export interface FetchedRange {
  readonly bodies: readonly OrderedBody[];
  readonly next: BodyPlace;
}

type RangeContext = Pick<FetchContext, "check" | "faults" | "membership"> & { readonly ask: AskMembers<RangeBodies> };

/**
 * Asks the members for ordered bodies from this place on. Each body is compared with its own header; whether the ledger
 * ordered that header there is for the caller to judge, by the batch ids that its blocks name. Waits until a member has more.
 */
export function fetchRange(
  { ask, check, faults, membership }: RangeContext,
  { from, signal }: { readonly from: BodyPlace; readonly signal: AbortSignal },
): Promise<FetchedRange> {
  return ask.ask(
    {
      members: () => membership().others,
      frame: (request) => encodeRange({ request, from }),
      judge: async ({ bodies, next }, member) => {
        const heights = [from.height, ...bodies.map(({ height }) => height), next.height];
        const isInOrder = heights.every((height, at) => height >= (heights[at - 1] ?? 0)) && !isAt(from, next);
        const verdicts = await Promise.all(bodies.map(({ header, body }) => check(header, body, member)));
        const areNamed = verdicts.every((verdict) => !("fault" in verdict) || isVoidFault(verdict.fault));
        if (isInOrder && areNamed) return { bodies, next };
        faults.add(member, "BODY_WRONG");
        return undefined;
      },
    },
    signal,
  );
}
