import { AskMembers } from "@mingbai/exchange/fetch/ask-members";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import {
  encodeHistoryAnswer,
  encodeHistoryAsk,
  findHistoryAnswer,
  findHistoryAsk,
  type HistoryAnswer,
  type HistoryAsk,
  type HistoryPlace,
  historyBytesMax,
} from "./history-frames.ts";
import { type HistoryLedger, readHistory } from "./read-history.ts";

/** Questions of one node that are being answered at once. */
export const servedPerNodeMax = 2;

interface Parts {
  readonly links: Pick<Links, "send">;
  readonly clock: Clock;
  readonly ledger: HistoryLedger;
  /** Numbers of the other members now, those first that keep everything. */
  readonly members: () => readonly number[];
  /** Told once of what no retry mends. */
  readonly onFailure: (error: unknown) => void;
}

/** What was ordered, as nodes ask it of each other: whoever has it from there on answers, whoever lost it or keeps it no more asks. */
export class HistoryPeers {
  readonly #parts: Parts;
  readonly #ask: AskMembers<HistoryAnswer>;
  readonly #serving = new Map<number, number>();
  #request = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#ask = new AskMembers({ ...parts, links: linksOf(parts.links), nextRequest: () => this.#nextRequest() });
  }

  /** Takes a frame from the links. False where it is of another kind, or none. */
  take(from: number, frame: Uint8Array): boolean {
    const ask = findHistoryAsk(frame);
    const answer = ask === undefined ? findHistoryAnswer(frame) : undefined;
    if (ask !== undefined) this.#serve(from, ask).catch(this.#parts.onFailure);
    else if (answer !== undefined)
      this.#ask.answered(from, answer.request, answer.bytes.length > 0 ? answer : undefined);
    return ask !== undefined || answer !== undefined;
  }

  /**
   * History from a place on. One member is asked, and another only where that one does not answer; a later attempt begins with
   * another. Waits for ever; rejects by the signal. What comes is not judged: the app hash at its end says whether it is true.
   */
  fetch(
    from: HistoryPlace,
    { attempt, signal }: { readonly attempt: number; readonly signal: AbortSignal },
  ): Promise<HistoryAnswer & { readonly member: number }> {
    return this.#ask.ask(
      {
        members: () => rotated(this.#parts.members(), attempt),
        frame: (request) => encodeHistoryAsk({ request, from }),
        judge: async (answer, member) => ({ ...answer, bytes: answer.bytes.slice(), member }),
      },
      signal,
    );
  }

  async #serve(from: number, { request, from: place }: HistoryAsk): Promise<void> {
    const { ledger, links } = this.#parts;
    const count = this.#serving.get(from) ?? 0;
    const nothing = { next: place, bytes: new Uint8Array() };
    this.#serving.set(from, count + 1);
    try {
      const read =
        count < servedPerNodeMax ? await readHistory(ledger, { from: place, bytesMax: historyBytesMax }) : nothing;
      links.send(from, encodeHistoryAnswer({ request, ...read }));
    } finally {
      this.#serving.set(from, (this.#serving.get(from) ?? 1) - 1);
    }
  }

  #nextRequest(): number {
    this.#request = (this.#request + 1) >>> 0;
    return this.#request;
  }
}

/** Asking only sends: frames come to `take`. */
function linksOf(links: Pick<Links, "send">): Links {
  return { send: (member, frame) => links.send(member, frame), onFrame: () => undefined, onPeer: () => undefined };
}

function rotated(members: readonly number[], by: number): number[] {
  const at = members.length === 0 ? 0 : by % members.length;
  return [...members.slice(at), ...members.slice(0, at)];
}
