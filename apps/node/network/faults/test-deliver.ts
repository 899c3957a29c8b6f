import { toHex } from "@mingbai/codec/hex";
import type { SignedTransaction } from "@mingbai/sdk/sign-transaction";
import type { FinalAnswer } from "@mingbai/sequencer/answer";
import type { Random } from "@mingbai/testkit/random";
import type { Acknowledged } from "./test-acknowledged.ts";
import type { FaultMember } from "./test-fault-member.ts";

/** Without an answer for so long the same bytes go to another member (docs: "Answers"). */
const elsewhereAfterMs = 2_000;
/** After a member was away or could not take them. */
const againAfterMs = 200;

interface Delivery {
  readonly signed: SignedTransaction;
  /** To whom it may go. */
  readonly members: readonly FaultMember[];
  readonly draw: Random;
  readonly acknowledged: Acknowledged;
}

/**
 * Sends signed bytes to one member after another until one says what became of them, as a client does: the final answer, or undefined
 * where another transaction has used their number. All that is said later is noted, too.
 */
export function deliver({ signed, members, draw, acknowledged }: Delivery): Promise<FinalAnswer | undefined> {
  return new Promise((resolve) => {
    let isDone = false;
    let timer: NodeJS.Timeout | undefined;
    const end = (answer: FinalAnswer | undefined) => {
      isDone = true;
      clearTimeout(timer);
      resolve(answer);
    };
    const sendAfter = (ms: number) => {
      clearTimeout(timer);
      if (!isDone) timer = setTimeout(send, ms);
    };
    const send = () => {
      sendAfter(elsewhereAfterMs);
      draw
        .pick(members)
        .ask("submit", { bytes: signed.bytes })
        .then(
          ([answer]) => {
            if (answer?.status === "final") {
              acknowledged.note(answer);
              end(answer);
            } else if (answer?.refused === "SEQUENCE_USED") end(undefined);
            else sendAfter(againAfterMs);
          },
          // A member that is away answers nobody: the same bytes go to another one.
          () => sendAfter(againAfterMs),
        );
    };
    send();
  });
}

/** The final answer to what must be accepted. Throws where it was refused. */
export async function deliverAccepted(delivery: Delivery): Promise<FinalAnswer> {
  const answer = await deliver(delivery);
  if (answer?.refused === undefined && answer !== undefined) return answer;
  throw new Error(
    `${toHex(delivery.signed.id)}: ${answer?.refused ?? "SEQUENCE_USED"} ${JSON.stringify(answer?.detail)}`,
  );
}
