import { ProblemError } from "../problem-error.ts";
import type { KnownNodes } from "./known-nodes.ts";
import { isAway, type NodeLink } from "./node-link.ts";

/** Without an answer for so long the same bytes go to another node too (PROTOCOL.md, "Answers"). */
export const elsewhereAfterMs = 2_000;
/** Without an answer of any node for so long the sender is told so. What was sent may still count, once. */
export const answerMsMax = 60_000;

/** What one node said of signed bytes. `isDecided`: the ledger has, so that every node says the same sooner or later. */
export type Said<Answer> = { readonly isDecided: boolean } & (
  | { readonly answer: Answer }
  | { readonly problem: ProblemError }
);

/** Signed bytes on their way, and how an answer to them is read. */
export interface SignedRequest<Answer> {
  readonly path: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  read(response: Response): Promise<Said<Answer>>;
  /** Where somebody wants to hear it: what a node says before it can say what is final (202). */
  readonly onReceived?: ((said: unknown) => void) | undefined;
}

/**
 * Sends signed bytes and gives the first answer: to the node in hand, after 2 s to the next too, at once where a node cannot be
 * reached or takes nothing. The ledger executes the same bytes once, whoever gathers them. A node that was asked later may be
 * behind: what it says undecided counts only with another's, or when nobody else is still asked. Each node is asked once. Throws
 * TypeError where none can be reached, ProblemError NO_FINAL_ANSWER where none has answered in time, and the node's own.
 */
export function sendSigned<Answer>(nodes: KnownNodes, request: SignedRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    new Sending(nodes, request, (said) => {
      if ("answer" in said) resolve(said.answer);
      else reject(said.fault);
    }).askNext();
  });
}

type End<Answer> = (said: { readonly answer: Answer } | { readonly fault: unknown }) => void;

class Sending<Answer> {
  readonly #nodes: KnownNodes;
  readonly #request: SignedRequest<Answer>;
  readonly #tell: End<Answer>;
  readonly #first: NodeLink;
  readonly #waiting: NodeLink[];
  readonly #ended = new AbortController();
  readonly #last: ReturnType<typeof setTimeout>;
  #next: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #undecided: Said<Answer>[] = [];
  #fault: unknown;

  constructor(nodes: KnownNodes, request: SignedRequest<Answer>, tell: End<Answer>) {
    this.#nodes = nodes;
    this.#request = request;
    this.#tell = tell;
    this.#first = nodes.current;
    this.#waiting = [...nodes.inTurn];
    this.#last = setTimeout(() => {
      this.#fault = noFinalAnswer();
      this.#giveUp();
    }, answerMsMax);
  }

  askNext(): void {
    clearTimeout(this.#next);
    const node = this.#waiting.shift();
    if (node !== undefined) {
      this.#asked++;
      void this.#ask(node);
    } else if (this.#asked === 0) this.#giveUp();
    if (node !== undefined && this.#waiting.length > 0) this.#next = setTimeout(() => this.askNext(), elsewhereAfterMs);
  }

  async #ask(node: NodeLink): Promise<void> {
    const { signal } = this.#ended;
    try {
      const said = await this.#request.read(await this.#askOne(node));
      this.#asked--;
      if (!signal.aborted) this.#take(node, said);
    } catch (fault) {
      this.#asked--;
      if (signal.aborted) return;
      // Anything but "no answer came" is this program's own fault.
      if (!(fault instanceof TypeError)) return this.#end({ fault });
      this.#fault = fault;
      // What is asked next need not fail there first.
      if (this.#nodes.urls.length > 1) void this.#nodes.moveFrom(node);
      this.askNext();
    }
  }

  /** One answer of one node. A promise is heard before it; the same bytes again then get what is final. */
  async #askOne(node: NodeLink): Promise<Response> {
    const { onReceived } = this.#request;
    const early = onReceived && (await this.#post(node, { prefer: "respond-async" }));
    if (early?.status !== 202) return early ?? this.#post(node);
    onReceived?.(await early.json());
    return this.#post(node);
  }

  #post(node: NodeLink, more: { readonly prefer?: string } = {}): Promise<Response> {
    const { path, mediaType, body } = this.#request;
    const headers = { "content-type": mediaType, ...more };
    return node.send(path, { method: "POST", headers, body, signal: this.#ended.signal });
  }

  #take(node: NodeLink, said: Said<Answer>): void {
    const isAnswer = isOpinion(said);
    // One that says something goes before those that are away.
    this.#undecided = isAnswer ? [said, ...this.#undecided] : [...this.#undecided, said];
    const isEnough = node === this.#first || this.#undecided.filter(isOpinion).length === 2;
    if (said.isDecided || (isAnswer && isEnough)) this.#end(endOf(said));
    else this.askNext();
  }

  #giveUp(): void {
    const [said] = this.#undecided;
    this.#end(said === undefined ? { fault: this.#fault } : endOf(said));
  }

  #end(said: Parameters<End<Answer>>[0]): void {
    clearTimeout(this.#next);
    clearTimeout(this.#last);
    this.#ended.abort();
    this.#tell(said);
  }
}

function isOpinion(said: Said<unknown>): boolean {
  return "answer" in said || !isAway(said.problem.status);
}

function endOf<Answer>(said: Said<Answer>): Parameters<End<Answer>>[0] {
  return "answer" in said ? { answer: said.answer } : { fault: said.problem };
}

function noFinalAnswer(): ProblemError {
  return new ProblemError({
    code: "NO_FINAL_ANSWER",
    status: 504,
    detailEn:
      "No node has confirmed it within a minute. It may still enter the ledger, once; sending the same again does no harm.",
    detailZh: "一分钟内没有节点确认。它仍可能入账本，但只会算一次；同样的内容再交一次也不会重复",
  });
}
