import type { z } from "zod";
import type { Answer } from "./answer.ts";
import { type KeyAtHand, KnownNodes, type Move } from "./nodes/known-nodes.ts";
import { askBy, type NodeLink, type View } from "./nodes/node-link.ts";
import { type SignedRequest, sendSigned } from "./nodes/send-signed.ts";
import { sendToNode } from "./nodes/send-to-node.ts";
import { ProblemError, problemIn } from "./problem-error.ts";
import { hearPromises, type OnPromise } from "./promise.ts";
import { isChange } from "./session-fetch.ts";

export type { KeyAtHand, Move } from "./nodes/known-nodes.ts";
export type { NodeLink, View } from "./nodes/node-link.ts";

/**
 * A ledger, reached over HTTP through one of its nodes; in browsers and in Node. Where several nodes are known the client goes on
 * to another when the one in hand is gone, and stays there.
 */
export interface Client {
  /** The node in hand: its origin. */
  readonly url: string;
  /** The nodes that are known. */
  readonly urls: readonly string[];
  readonly node: NodeLink;
  /** Takes further addresses of nodes of this ledger; with its number, no node of another ledger is gone on to. */
  learn(nodes: { urls: readonly string[]; chain?: string }): void;
  /** Hears of each move to another node from now on; the answer ends the hearing. */
  onMove(listener: (move: Move) => void): () => void;
  /** Goes on from a node that is gone. False where no other answers. */
  moveFrom(gone: NodeLink): Promise<boolean>;
  /**
   * Asks one question. Throws ProblemError where the node refuses, ZodError where the answer has another shape, TypeError where
   * no node can be reached.
   */
  ask<Params extends z.ZodObject, Result extends z.ZodType>(
    view: View<Params, Result>,
    params: z.input<Params>,
  ): Promise<z.output<Result>>;
  /**
   * Sends signed envelopes (1 to 64 in a row) and waits until they are final; tries again while all nodes are busy.
   * `onPromise`: hears what nodes promise meanwhile, at the price of a second request.
   */
  submit(envelopes: Uint8Array<ArrayBuffer>, hearing?: { readonly onPromise?: OnPromise }): Promise<readonly Answer[]>;
  /** Sends signed bytes until a node has an answer (`sendSigned`); tries again while all nodes are busy. */
  submitSigned<Result>(request: SignedRequest<Result>): Promise<Result>;
  /**
   * Sends one request to the node in hand (`path` begins with `/api/`), with the session's cookie and its mark where somebody is
   * signed in; to another where that one is gone, so it must count once or change nothing. Answers as `fetch` does; nothing is
   * thrown for a refusal.
   */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** The same for what changes something, where `fetch` is not what sends. */
  sendBy(send: (node: NodeLink) => Promise<Response>): Promise<Response>;
  /** The session at the node in hand (`signIn`, `whoAmI`): the mark that goes with every request that changes something. */
  readonly session: NodeLink["session"];
  /** The key that signs in at another node without asking anybody; `signIn` sets it. */
  findKey: () => Promise<KeyAtHand | undefined>;
}

export const busyTriesMax = 20;
const busyWaitMs = 250;
/** A node that asks for more patience is not busy: whoever sent hears why, and sends again when that has passed. */
const busyWaitMsMax = 10_000;
const mediaType = "application/vnd.mingbai.transactions";

/** `url`: of one node; `urls`: of several that keep one ledger, the first asked first. */
export function createClient(
  options: ({ readonly url: string } | { readonly urls: readonly string[] }) & { readonly fetch?: typeof fetch },
): Client {
  const nodes = new KnownNodes("urls" in options ? options.urls : [options.url], options.fetch ?? fetch);
  const send = (path: string, init?: RequestInit) =>
    sendToNode(nodes, { send: (node) => node.send(path, init), isReading: !isChange(init?.method) });
  const submitSigned = <Result>(request: SignedRequest<Result>) => submitWhileBusy(nodes, request);
  return {
    get url() {
      return nodes.current.url;
    },
    get urls() {
      return nodes.urls;
    },
    get node() {
      return nodes.current;
    },
    get session() {
      return nodes.current.session;
    },
    get findKey() {
      return nodes.findKey;
    },
    set findKey(findKey) {
      nodes.findKey = findKey;
    },
    learn: (given) => nodes.learn(given),
    onMove: (listener) => nodes.onMove(listener),
    moveFrom: (gone) => nodes.moveFrom(gone),
    ask: (view, params) => askBy(send, view, params),
    submit: (envelopes, { onPromise } = {}) =>
      submitSigned({
        path: "/api/transactions",
        mediaType,
        body: envelopes,
        read: readTransactionAnswers,
        onReceived: onPromise && hearPromises(onPromise, envelopes),
      }),
    submitSigned,
    send,
    sendBy: (sendAt) => sendToNode(nodes, { send: sendAt, isReading: false }),
  };
}

async function readTransactionAnswers(response: Response) {
  if (!response.ok) return { isDecided: false, problem: await problemIn(response) };
  const answer = (await response.json()) as readonly Answer[];
  return { isDecided: answer.every(({ status }) => status === "final"), answer };
}

async function submitWhileBusy<Result>(nodes: KnownNodes, request: SignedRequest<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await sendSigned(nodes, request);
    } catch (problem) {
      if (!(problem instanceof ProblemError) || problem.status !== 503 || tries === busyTriesMax) throw problem;
      const { retryAfterMs = busyWaitMs } = problem;
      if (retryAfterMs > busyWaitMsMax) throw problem;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}

/** The one answer to one envelope. Throws ProblemError where the node gave none. */
export function onlyAnswer(answers: readonly Answer[]): Answer {
  const [answer] = answers;
  if (answer !== undefined && answers.length === 1) return answer;
  throw new ProblemError({
    code: "ANSWER_MISSING",
    status: 502,
    detailEn: "The node did not answer once.",
    detailZh: "节点没有给出一个应答",
  });
}
