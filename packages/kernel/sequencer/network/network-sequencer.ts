import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { Exchange, type ExchangeStatus } from "@mingbai/exchange/exchange";
import type { BodyKeeper } from "@mingbai/exchange/ports/body-keeper";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import { encodePromise, promiseMessage } from "@mingbai/ledger/availability/promise";
import { isOrdered, orderedStore } from "@mingbai/ledger/container/ordered-containers";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { SignedItems } from "@mingbai/ledger/container/signed-items";
import { findMemberNumber } from "@mingbai/ledger/genesis/roster";
import { type RosterRow, rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import type { PortableSnapshots } from "@mingbai/log/portable/portable-snapshots";
import type { Checker, ContainerChecker } from "../admission/checked.ts";
import type { Answer, EarlyAnswer } from "../answer.ts";
import type { AbciApplication } from "../cometbft/abci-application.ts";
import { finalAnswers } from "../intake/final-answers.ts";
import { findAnswer } from "../intake/find-answer.ts";
import { Intake } from "../intake/intake.ts";
import type { LedgerSequencer, SequencerState } from "../sequencer.ts";
import { CertifiedPool } from "./certified-pool.ts";
import { ContainersAtHand } from "./containers-at-hand.ts";
import { Gatherer, type SignedContainer } from "./gatherer.ts";
import { judgeSharedItem } from "./judge-shared-item.ts";
import { type Keeping, letGo } from "./let-go.ts";
import { type DurableBlock, NetworkApplication } from "./network-application.ts";
import { OfferedSnapshots } from "./offered-snapshots.ts";
import { openContainer } from "./open-container.ts";
import { OriginSequence } from "./origin-sequence.ts";
import { EnginePosition } from "./position.ts";

/** How often a node whose disk is full looks whether there is room again. */
export const roomPollMs = 1_000;
/** How long a node that closes waits for its own containers to be ordered; their senders may ask elsewhere after that. */
export const closeWaitMsMax = 10_000;
const closePollMs = 20;

export interface NetworkParts {
  readonly ledger: LedgerChain;
  /** The ledger's height when the engine's was 0. */
  readonly eraBase: number;
  readonly checker: Checker & ContainerChecker;
  readonly keeper: BodyKeeper;
  readonly links: Links;
  readonly clock: Clock;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
  /** Signs containers and says "stored". */
  readonly ackKey: Signer;
  readonly disk: Disk;
  /** Where small files of this node's part in the network lie. */
  readonly folder: string;
  readonly keeping: Keeping;
  /** Where the engine joined by a snapshot: it shows every block from there on, also those that this ledger has. */
  readonly joinedAt?: number | undefined;
  /** What of this ledger others may join by; nothing is offered without. */
  readonly snapshots?: PortableSnapshots | undefined;
  /** Lets an engine order for this application; the answer stops it. */
  readonly startEngine: (application: AbciApplication) => Promise<() => Promise<void>>;
  /** Told of each height once it is durable, also of those that changed nothing. */
  readonly onHeight?: (block: DurableBlock) => void;
  /** Told of frames that are not the exchange's. */
  readonly onOtherFrame?: (member: number, frame: Uint8Array) => void;
  /** Batch ids, hexadecimal, of bodies that no node has any more and the organisations gave up (`isGivenUp`). */
  readonly givenUp?: ReadonlySet<string>;
  /** Called once when nothing more can be acknowledged; the process must end. */
  readonly onFatal: (error: Error) => void;
}

/** One member's sequencer in a network: users' transactions go into containers, containers to all members, items into blocks. */
export class NetworkSequencer implements LedgerSequencer {
  readonly exchange: Exchange;
  readonly application: NetworkApplication;
  readonly #parts: NetworkParts;
  readonly #intake: Intake;
  readonly #gatherer: Gatherer;
  readonly #pool = new CertifiedPool();
  readonly #signed = new SignedItems();
  readonly #containers: ContainersAtHand;
  readonly #position: EnginePosition;
  readonly #stopped = new AbortController();
  #roster: RosterRow;
  #stateRoot: Uint8Array = new Uint8Array();
  #hasRoom = true;
  #hasFailed = false;
  #running: Promise<void> = Promise.resolve();
  #lettingGo: Promise<void> = Promise.resolve();
  #stopEngine: () => Promise<void> = async () => undefined;

  private constructor(
    parts: NetworkParts,
    { position, sequence }: { position: EnginePosition; sequence: OriginSequence },
  ) {
    const { ledger, checker, now, clock } = parts;
    this.#parts = parts;
    this.#position = position;
    this.#roster = rosterInForce(ledger.state, position.height + 1);
    this.#intake = new Intake({
      ledger: { chain: ledger.chain, state: ledger.state, findAnswer: (id) => findAnswer(ledger, id) },
      pool: checker,
      now,
    });
    this.exchange = this.#openExchange();
    this.#containers = new ContainersAtHand({
      fetch: (item) => this.exchange.fetchBody(item, this.#stopped),
      now: () => clock.now(),
      isGivenUp: (batchId) => parts.givenUp?.has(toHex(batchId)) ?? false,
    });
    this.application = this.#openApplication();
    this.#gatherer = new Gatherer({
      intake: this.#intake,
      chain: ledger.chain,
      sequence,
      findMember: () => this.#findMember(),
      height: () => position.height,
      sign: (id) => parts.ackKey.sign({ message: originMessage(id), id }),
      publish: (container, onStored) => this.#publish(container, onStored),
      promise: (promise) => this.#promise(promise),
      wait: (ms) => new Promise((resolve) => clock.after(ms, resolve)),
      now: () => clock.now(),
      onFailure: (error) => this.#fail(error),
    });
  }

  /** Opens this node's part, goes on with what it had promised, and starts the engine. */
  static async open(parts: NetworkParts): Promise<NetworkSequencer> {
    const { disk, folder, ledger, eraBase, joinedAt } = parts;
    await disk.makeFolder(folder);
    const place = { disk, path: `${folder}/position.json` };
    const effectiveHeight = ledger.head.height;
    const position = await (joinedAt === undefined
      ? EnginePosition.open(place, { effectiveHeight, eraBase })
      : EnginePosition.at(place, { height: joinedAt, effectiveHeight }));
    const own = findMemberNumber(rosterInForce(ledger.state, position.height + 1), toHex(parts.ackKey.publicKey));
    // Whoever had this place before has used numbers of it.
    const usedBefore = own === undefined ? 0 : ledger.state.store(orderedStore).nextOf(own);
    const atLeast = Math.max(ledger.originSequence, usedBefore);
    const sequence = await OriginSequence.open({ disk, path: `${folder}/origin-sequence`, atLeast });
    const sequencer = new NetworkSequencer(parts, { position, sequence });
    await sequencer.#start();
    return sequencer;
  }

  get state(): SequencerState {
    const { state } = this.#intake;
    if (state !== "open") return state;
    if (!this.#hasRoom) return "read-only";
    return this.#containers.missing.length > 0 ? "waiting" : "ok";
  }

  /** Batch ids of bodies that a decided block names and that are not here yet. */
  get waitingFor(): readonly string[] {
    return this.#containers.missing;
  }

  /** The last height that is durable here. */
  get height(): number {
    return this.#position.height;
  }

  /** What of the exchange an operator sees. */
  status(): ExchangeStatus {
    return this.exchange.status();
  }

  submit(given: Uint8Array, sender?: number): Promise<readonly Answer[]> {
    return this.#intake.submit(given, sender);
  }

  receive(given: Uint8Array, sender?: number): Promise<readonly EarlyAnswer[]> {
    return this.#intake.receive(given, sender);
  }

  async close(): Promise<void> {
    const { clock, ledger } = this.#parts;
    this.#intake.stopTaking();
    await this.#running;
    const endMs = clock.now() + closeWaitMsMax;
    while (this.#gatherer.size > 0 && clock.now() < endMs && !this.#hasFailed) {
      await new Promise<void>((resolve) => clock.after(closePollMs, resolve));
    }
    this.#stopped.abort(new Error("the node is closing"));
    await this.#stopEngine();
    this.exchange.close();
    await this.#intake.close();
    await this.#parts.snapshots?.settled();
    await this.#lettingGo;
    await ledger.close();
  }

  async #start(): Promise<void> {
    this.exchange.onItem((item, bytes) => this.#pool.add(item, bytes));
    await this.exchange.start();
    this.#offerSnapshots();
    this.#stopEngine = await this.#parts.startEngine(this.application);
    this.#running = this.#gatherer.run().catch((error) => this.#fail(error));
  }

  #openExchange(): Exchange {
    const { ledger, ackKey, links, clock, keeper, checker } = this.#parts;
    return new Exchange({
      chain: ledger.chain,
      roster: this.#roster,
      signer: ackKey,
      height: this.#position.height,
      links,
      clock,
      keeper,
      // A member's pushes take turns with what comes by connections, under a number that none of those has.
      check: (header, body, from = 0) => checker.checkContainer(header, body, -1 - from),
      judgeItem: (bytes) => {
        const { state, chain } = ledger;
        return judgeSharedItem({ state, chain, height: this.#position.height + 1, signed: this.#signed }, bytes);
      },
      isOrdered: (header, batchId) => isOrdered(ledger.state, { ...header, batchId }),
      onStored: (checked) => this.#containers.hold(openContainer(checked)),
      onFailure: (error) => this.#fail(error),
      ...(this.#parts.onOtherFrame && { onOtherFrame: this.#parts.onOtherFrame }),
    });
  }

  #openApplication(): NetworkApplication {
    const { ledger, eraBase, clock, keeping, snapshots } = this.#parts;
    return new NetworkApplication({
      ledger,
      eraBase,
      pool: this.#pool,
      signed: this.#signed,
      containers: this.#containers,
      position: this.#position,
      waitForRoom: (bytes) => this.#waitForRoom(bytes),
      after: (ms, then) => clock.after(ms, then),
      keptHeights: keeping.keptHeights,
      snapshots: snapshots && new OfferedSnapshots(snapshots, eraBase),
      onDurable: (block) => this.#durable(block),
    });
  }

  async #publish(container: SignedContainer, onStored: () => void): Promise<boolean> {
    this.#containers.hold(container);
    const certified = await this.exchange.publish(container, onStored);
    return !("fault" in certified) || certified.fault === "ORDERED";
  }

  /** Not while what was promised before is being brought back. */
  async #promise(of: { id: Uint8Array; byHeight: number }): Promise<Uint8Array | undefined> {
    const { keeper, ledger, ackKey } = this.#parts;
    const node = this.#findMember();
    if (node === undefined || keeper.isHealing()) return undefined;
    const promise = { ...of, epoch: this.#roster.epoch, node };
    const message = promiseMessage(ledger.chain, promise);
    return encodePromise({ ...promise, signature: await ackKey.sign({ message, id: of.id }) });
  }

  #findMember(): number | undefined {
    return findMemberNumber(this.#roster, toHex(this.#parts.ackKey.publicKey));
  }

  /** What was decided cannot be refused: a node without room stands still until there is some. */
  async #waitForRoom(bytes: number): Promise<void> {
    const { ledger, clock } = this.#parts;
    for (;;) {
      this.#hasRoom = await ledger.hasRoomFor(bytes);
      if (this.#hasRoom) return;
      await new Promise<void>((resolve) => clock.after(roomPollMs, resolve));
    }
  }

  async #durable(block: DurableBlock): Promise<void> {
    const { height, items, applied } = block;
    const batchIds = items.map(({ batchId }) => batchId);
    this.#pool.remove(batchIds);
    this.#pool.expire(height + 1);
    this.#containers.release(batchIds);
    this.#containers.expire(height + 1);
    this.#parts.ledger.bodies.expire(height);
    this.exchange.ordered(items);
    this.exchange.heightReached(height);
    const taken = this.#gatherer.ordered(batchIds);
    this.#gatherer.expire(height + 1);
    if (applied !== undefined && !equalBytes(applied.head.stateRoot, this.#stateRoot)) {
      this.#offerSnapshots();
      this.#letGo(height);
    }
    if (applied !== undefined && taken.length > 0) this.#intake.answer(taken, finalAnswers(applied));
    await this.#followRoster(height + 1);
    this.#parts.onHeight?.(block);
  }

  /** A root that came into the app hash proves a snapshot. It is made ready beside the work. */
  #offerSnapshots(): void {
    this.#stateRoot = this.#parts.ledger.head.stateRoot;
    this.#parts.snapshots?.refresh().catch((error) => this.#fail(error));
  }

  /** Beside the work: a snapshot that is new makes older bodies needless. */
  #letGo(height: number): void {
    const { ledger, keeping } = this.#parts;
    this.#lettingGo = this.#lettingGo.then(() => letGo(ledger, keeping, height)).catch((error) => this.#fail(error));
  }

  async #followRoster(height: number): Promise<void> {
    const roster = rosterInForce(this.#parts.ledger.state, height);
    if (roster.epoch === this.#roster.epoch) return;
    this.#roster = roster;
    await this.exchange.rosterChanged(roster);
  }

  #fail(cause: unknown): void {
    if (this.#hasFailed || this.#stopped.signal.aborted) return;
    this.#hasFailed = true;
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.#intake.fail(error);
    this.#parts.onFatal(error);
  }
}
