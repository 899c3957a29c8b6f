import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Misbehaviour, ValidatorPower } from "@mingbai/sequencer/cometbft/abci-application";
import { cometAddress } from "@mingbai/sequencer/cometbft/node-id";
import { FollowingMember } from "./following-member.ts";
import type { DecidedBlock, OrderedApplication } from "./ordered-application.ts";

interface Parts {
  readonly clock: Clock;
  readonly chainId: string;
  /** In the order of member numbers. */
  readonly validators: readonly ValidatorPower[];
  /** Wall clock for block times, ms since epoch. */
  readonly now: () => number;
}

/** Whoever has not answered after this is left out of a round, or of a height. */
export const answerMsMax = 2_000;
/** Rounds at one height before the order stands still for now: too many are away, or wait for bodies. */
export const roundsMax = 32;
const bytesMax = 1_048_576;

/**
 * An engine of consensus for all members of a test, correct by construction: one proposal after another until members with
 * more than two thirds of the power accept one. Members execute at their own pace, may stop, and catch up from what was decided.
 * Throws where two members that answer judge a proposal differently, or have other app hashes after the same block.
 */
export class SimulatedOrder {
  readonly #parts: Parts;
  readonly #members = new Map<number, FollowingMember>();
  /** The last height for which each member's engine has the application's answer. */
  readonly #answered = new Map<number, number>();
  readonly #liars = new Map<number, (height: number) => readonly Uint8Array[]>();
  readonly #appHashes = new Map<number, string>();
  readonly decided: DecidedBlock[] = [];
  readonly #accused: Misbehaviour[] = [];
  #round = 0;
  #timeMs: number;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timeMs = parts.now();
  }

  get height(): number {
    return this.decided.length;
  }

  /**
   * A member starts, or starts again: it is shown every decided block that it does not have. `joinedAt`: the height of the snapshot
   * by which its engine joined. Throws, as CometBFT does, where the application is further than its engine has heard.
   */
  async join(number: number, application: OrderedApplication, joinedAt?: number): Promise<void> {
    const { chainId, validators } = this.#parts;
    const { height } = await application.info();
    const answered = joinedAt ?? this.#answered.get(number) ?? 0;
    if (height > answered)
      throw new Error(`engine ${number} heard of height ${answered}, its application says ${height}`);
    this.#answered.set(number, answered);
    if (height === 0) {
      const none = new Uint8Array();
      await application.initChain({ chainId, timeMs: this.#timeMs, initialHeight: 1, validators, appState: none });
    }
    const member = new FollowingMember({
      application,
      height,
      findBlock: (at) => this.decided[at - 1],
      onAnswered: (at) => this.#answered.set(number, at),
      onExecuted: (at, appHash) => this.#compare(at, appHash),
    });
    this.#members.set(number, member);
    member.follow();
  }

  /** A member stops: what it is executing is finished or not, nobody waits for it. */
  leave(number: number): void {
    this.#members.get(number)?.stop();
    this.#members.delete(number);
  }

  /** From now on this member proposes what the test says. */
  lie(number: number, propose: (height: number) => readonly Uint8Array[]): void {
    this.#liars.set(number, propose);
  }

  /** The next block that is decided brings a proof that this validator voted twice at a height. */
  accuse(number: number, height: number): void {
    const { publicKey, power } = this.#validatorOf(number);
    const totalPower = this.#parts.validators.reduce((sum, validator) => sum + validator.power, 0);
    const when = { height, timeMs: this.#timeMs };
    this.#accused.push({ kind: "duplicateVote", address: cometAddress(publicKey), power, totalPower, ...when });
  }

  /** Decides the next height and shows it to everybody; undefined where no proposal was accepted by enough members. */
  async decide(): Promise<DecidedBlock | undefined> {
    const height = this.height + 1;
    for (let tries = 0; tries < roundsMax; tries++) {
      const items = await this.#propose(height, this.#round++ % this.#parts.validators.length);
      if (items === undefined || !(await this.#isAccepted(height, items))) continue;
      this.#timeMs = Math.max(this.#timeMs + 1, this.#parts.now());
      const block = { height, timeMs: this.#timeMs, items, misbehaviour: this.#accused.splice(0) };
      this.decided.push(block);
      for (const member of this.#members.values()) member.follow();
      return block;
    }
    return undefined;
  }

  /** Resolves when every member that is there has executed everything that was decided. */
  async settled(): Promise<void> {
    await Promise.all([...this.#members.values()].map((member) => member.reached(this.height)));
  }

  #validatorOf(number: number): ValidatorPower {
    const validator = this.#parts.validators[number];
    if (validator === undefined) throw new RangeError(`no validator ${number}`);
    return validator;
  }

  async #propose(height: number, proposer: number): Promise<readonly Uint8Array[] | undefined> {
    const liar = this.#liars.get(proposer);
    if (liar !== undefined) return liar(height);
    const member = this.#members.get(proposer);
    return (
      member && this.#inTime(member.whenAt(height - 1, (application) => application.prepareProposal(asked(height))))
    );
  }

  async #isAccepted(height: number, items: readonly Uint8Array[]): Promise<boolean> {
    const verdicts = await Promise.all(
      [...this.#members].map(async ([number, member]) => {
        const judged = member.whenAt(height - 1, (application) => application.processProposal(proposed(height, items)));
        return { number, verdict: await this.#inTime(judged) };
      }),
    );
    const answered = verdicts.filter(({ verdict }) => verdict !== undefined);
    if (new Set(answered.map(({ verdict }) => verdict)).size > 1) {
      throw new Error(`members judge a proposal at height ${height} differently`);
    }
    const accepting = answered.filter(({ verdict, number }) => verdict === true && !this.#liars.has(number));
    const liars = [...this.#liars.keys()];
    return this.#hasQuorum([...accepting.map(({ number }) => number), ...liars]);
  }

  #hasQuorum(numbers: readonly number[]): boolean {
    const powerOf = (list: readonly ValidatorPower[]) => list.reduce((sum, { power }) => sum + power, 0);
    const { validators } = this.#parts;
    const counted = new Set(numbers);
    return 3 * powerOf(validators.filter((_, number) => counted.has(number))) > 2 * powerOf(validators);
  }

  /** What the work gives, or undefined where it takes too long. */
  #inTime<T>(work: Promise<T>): Promise<T | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
    const cancel = this.#parts.clock.after(answerMsMax, () => resolve(undefined));
    work.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error) => {
        cancel();
        reject(error);
      },
    );
    return promise;
  }

  #compare(height: number, appHash: Uint8Array): void {
    const hash = toHex(appHash);
    const known = this.#appHashes.get(height) ?? hash;
    if (known !== hash) throw new Error(`members have different app hashes after height ${height}`);
    this.#appHashes.set(height, hash);
  }
}

const noCommit = { round: 0, votes: [] };
const nobody = new Uint8Array(20);

function asked(height: number) {
  return { height, timeMs: 0, proposer: nobody, bytesMax, misbehaviour: [], lastCommit: noCommit };
}

function proposed(height: number, items: readonly Uint8Array[]) {
  const hash = sha256(...items);
  return { height, timeMs: 0, proposer: nobody, hash, items, misbehaviour: [], lastCommit: noCommit };
}
