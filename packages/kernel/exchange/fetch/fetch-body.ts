import type { Item } from "@mingbai/ledger/container/item";
import { isVoidFault } from "@mingbai/ledger/container/stateless-check";
import type { CheckedBody } from "../checked-body.ts";
import type { BodyAnswer } from "../frames/body.ts";
import { encodeFetch } from "../frames/fetch.ts";
import { fetchGraceMs } from "../limits.ts";
import type { Membership } from "../membership.ts";
import type { PeerFaults } from "../peer-faults.ts";
import type { BodyKeeper } from "../ports/body-keeper.ts";
import type { Clock } from "../ports/clock.ts";
import type { CheckContainer } from "../ports/ledger-view.ts";
import type { Arrivals } from "./arrivals.ts";
import type { AskMembers } from "./ask-members.ts";

/** What fetching needs from around it. */
export interface FetchContext {
  readonly keeper: BodyKeeper;
  readonly check: CheckContainer;
  readonly faults: PeerFaults;
  readonly membership: () => Membership;
}

type BodyContext = FetchContext & {
  readonly ask: AskMembers<BodyAnswer>;
  readonly arrivals: Arrivals;
  readonly clock: Clock;
};

/**
 * Finds the body of an item: in it, on the own disk, pushed here meanwhile, else from the members, those that signed for it
 * first. Resolves with the bytes that the header names and what their check found; rejects by the signal or where the
 * disk failed.
 */
export async function fetchBody(
  context: BodyContext,
  { item, signal }: { readonly item: Item; readonly signal: AbortSignal },
): Promise<CheckedBody> {
  const { keeper, check, membership, arrivals } = context;
  const found = new AbortController();
  const { arrived, cancel } = arrivals.expect(item.batchId);
  try {
    const own = item.inlineBody ?? (await keeper.read(item.batchId))?.body;
    const checked = own && (await checkBody({ check, item, body: own, from: membership().self }));
    return checked ?? (await Promise.race([arrived, ask(context, item, AbortSignal.any([signal, found.signal]))]));
  } finally {
    cancel();
    found.abort();
  }
}

/** Leaves it a while to come by itself: most bodies that a proposal names are on their way, and need not come twice. */
async function ask({ clock, ask: members, ...context }: BodyContext, item: Item, signal: AbortSignal) {
  await pause(clock, signal);
  const { check, faults, membership } = context;
  return members.ask<CheckedBody>(
    {
      members: () => signersFirst(item, membership()),
      frame: (request) => encodeFetch({ request, batchId: item.batchId }),
      judge: async ({ body }, from) => {
        const answered = await checkBody({ check, item, body, from });
        if (answered === undefined) faults.add(from, "BODY_WRONG");
        return answered;
      },
    },
    signal,
  );
}

/** Ends early by the signal; whoever asks next finds it aborted. */
async function pause(clock: Clock, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = clock.after(fetchGraceMs, resolve);
  signal.addEventListener("abort", () => resolve());
  if (signal.aborted) resolve();
  await promise;
  cancel();
}

/** Undefined where these are not the bytes that the header names. A void container's bytes are the named ones. */
async function checkBody({ check, item, body, from }: BodyToCheck): Promise<CheckedBody | undefined> {
  const { header, headerBytes, batchId, originSignature: signature } = item;
  if (body.length !== header.bodyBytes) return undefined;
  const verdict = await check(header, body, from);
  if ("fault" in verdict && !isVoidFault(verdict.fault)) return undefined;
  return { header, headerBytes, batchId, signature, body, verdict };
}

interface BodyToCheck {
  readonly check: CheckContainer;
  readonly item: Item;
  readonly body: Uint8Array;
  readonly from: number | undefined;
}

function signersFirst({ certificate }: Item, { others }: Membership): number[] {
  const signers = new Set(certificate?.signers);
  return [...others.filter((member) => signers.has(member)), ...others.filter((member) => !signers.has(member))];
}
