import { equalBytes } from "@mingbai/codec/bytes";
import { type Checkpoint, findCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import type { SignEd25519, VerifyEd25519 } from "@mingbai/ledger/proofs/ed25519";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import { formatSignatureLine, type Note } from "@mingbai/ledger/proofs/note";
import type { NoteKey } from "@mingbai/ledger/proofs/note-key";
import { verifyConsistency } from "@mingbai/ledger/proofs/verify-consistency";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";
import { cosign } from "./cosign.ts";
import { findWitnessRequest, type WitnessRequest } from "./witness-request.ts";

/** What a witness must remember of each log, over every crash. */
export interface WitnessState {
  /** The last cosigned checkpoint of a log, or undefined where there is none. */
  find(origin: string): Promise<WitnessMark | undefined>;
  /** Returns only once the mark is on the disk: the signature that follows may then never be contradicted. */
  store(origin: string, mark: WitnessMark): Promise<void>;
}

export interface WitnessMark {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface WitnessParts {
  readonly key: NoteKey;
  readonly sign: SignEd25519;
  readonly verify: VerifyEd25519;
  readonly state: WitnessState;
  /** Keys of the logs that are watched, by origin. */
  readonly logs: ReadonlyMap<string, readonly NoteKey[]>;
  readonly nowSeconds: () => number;
}

/** What the HTTP shell answers; `type` is the content type. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: "text/plain; charset=utf-8" | "text/x.tlog.size";
  readonly body: string;
}

/** Requests that may wait for those before them; above it the caller is told to come later. */
export const witnessWaitingMax = 64;

/**
 * A C2SP tlog-witness: cosigns a checkpoint that extends the last one it cosigned. One request is judged at a time,
 * since checking the old size and storing the new one must be one step. `undefined` means busy (HTTP 503).
 */
export class Witness {
  readonly #parts: WitnessParts;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(parts: WitnessParts) {
    this.#parts = parts;
  }

  /** Answers the body of `POST add-checkpoint`. Rejects where the state could not be stored or the key not sign. */
  async addCheckpoint(body: string): Promise<WitnessAnswer | undefined> {
    if (this.#waiting >= witnessWaitingMax) return undefined;
    this.#waiting++;
    const before = this.#turn;
    const answer = before.then(() => this.#judge(body));
    // The next request waits for this one to end, and does not fail with it.
    this.#turn = answer.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await answer;
    } finally {
      this.#waiting--;
    }
  }

  async #judge(body: string): Promise<WitnessAnswer> {
    const request = findWitnessRequest(body);
    const checkpoint = request === undefined ? undefined : findCheckpoint(request.note.text);
    if (request === undefined || checkpoint === undefined) return refused(400, "not a request of add-checkpoint");
    const keys = this.#parts.logs.get(checkpoint.origin);
    if (keys === undefined) return refused(404, "this log is not watched");
    const verified = findVerified(request.note, { keys, verify: this.#parts.verify });
    if (verified === undefined || verified.length === 0) return refused(403, "not signed by a known key of the log");
    if (request.oldSize > checkpoint.size) return refused(400, "the old size is larger than the checkpoint's");
    const mark = (await this.#parts.state.find(checkpoint.origin)) ?? { size: 0, root: emptyRoot };
    if (request.oldSize !== mark.size) return { status: 409, type: "text/x.tlog.size", body: `${mark.size}\n` };
    if (!extendsMark({ mark, checkpoint, request })) return refused(422, "not shown to extend what was cosigned");
    return this.#cosign(checkpoint, request.note);
  }

  async #cosign(checkpoint: Checkpoint, note: Note): Promise<WitnessAnswer> {
    const { key, sign, state, nowSeconds } = this.#parts;
    await state.store(checkpoint.origin, { size: checkpoint.size, root: checkpoint.root });
    const signature = await cosign(note.text, { key, sign, timeSeconds: nowSeconds() });
    return { status: 200, type: "text/plain; charset=utf-8", body: formatSignatureLine(signature) };
  }
}

function extendsMark(given: { mark: WitnessMark; checkpoint: Checkpoint; request: WitnessRequest }): boolean {
  const { mark, checkpoint, request } = given;
  if (checkpoint.size === 0 && !equalBytes(checkpoint.root, emptyRoot)) return false;
  return verifyConsistency({ from: mark, to: checkpoint, proof: request.proof });
}

function refused(status: 400 | 403 | 404 | 422, why: string): WitnessAnswer {
  return { status, type: "text/plain; charset=utf-8", body: `${why}\n` };
}
