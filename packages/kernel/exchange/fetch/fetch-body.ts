import type { Item } from "@mingbai/ledger/container/item";
import { isVoidFault } from "@mingbai/ledger/container/stateless-check";
import type { CheckedBody } from "../checked-body.ts";
import type { BodyAnswer } from "../frames/body.ts";
import { encodeFetch } from "../frames/fetch.ts";
import type { Membership } from "../membership.ts";
import type { PeerFaults } from "../peer-faults.ts";
import type { BodyKeeper } from "../ports/body-keeper.ts";
import type { CheckContainer } from "../ports/ledger-view.ts";
import type { AskMembers } from "./ask-members.ts";

/** What fetching needs from around it. */
export interface FetchContext {
  readonly keeper: BodyKeeper;
  readonly check: CheckContainer;
  readonly faults: PeerFaults;
  readonly membership: () => Membership;
}

/**
 * Finds the body of an item: in it, on the own disk, else from the members, those that signed for it first. Resolves with
 * the bytes that the header names and what their check found; rejects by the signal or where the disk failed.
 */
export async function fetchBody(
  { keeper, check, faults, membership, ask }: FetchContext & { readonly ask: AskMembers<BodyAnswer> },
  { item, signal }: { readonly item: Item; readonly signal: AbortSignal },
): Promise<CheckedBody> {
  const own = item.inlineBody ?? (await keeper.read(item.batchId))?.body;
  const checked = own && (await checkBody({ check, item, body: own, from: membership().self }));
  if (checked !== undefined) return checked;
  return ask.ask(
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
