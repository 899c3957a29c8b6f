import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import { type Random, random } from "../random.ts";
import { calmLinks, type LinkFaults } from "./link-faults.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** One way between two members. */
export interface Way {
  readonly from: number;
  readonly to: number;
}

/** What a member that lies sends instead of a frame: nothing, another, several, with who else gets them. */
export type Lie = (sent: { readonly to: number; readonly frame: Uint8Array }) => readonly {
  readonly to: number;
  readonly frame: Uint8Array;
}[];

/** What a member's process has of the world, until it crashes: then nothing comes in, goes out or falls due any more. */
export interface Life {
  readonly links: Links;
  readonly clock: Clock;
  readonly isAlive: boolean;
}

/** Bytes that may be under way on one way; what is more is not taken, as from a full queue. */
export const wayBytesMax = 16 * 1024 * 1024;
/** Frames of each way that may come once more. */
const rememberedFrames = 16;

/**
 * Members and the ways between them, on one seed and a clock of its own: the same seed is the same run. Frames are
 * delayed, lost, doubled, replayed and overtake each other; ways are cut in one direction; members crash, start and lie.
 */
export class SimulatedNetwork {
  readonly clock = new VirtualClock();
  readonly draw: Random;
  readonly #lives = new Map<number, SimulatedLife>();
  readonly #ways = new Map<string, { bytes: number; readonly remembered: Uint8Array[] }>();
  readonly #cuts = new Set<string>();
  readonly #lies = new Map<number, Lie>();
  #onSent: (way: Way, frame: Uint8Array) => void = () => undefined;
  #faults: LinkFaults;

  constructor({ seed, faults = calmLinks }: { seed: number; faults?: LinkFaults }) {
    this.draw = random(seed);
    this.#faults = faults;
  }

  setFaults(faults: LinkFaults): void {
    this.#faults = faults;
  }

  /** A member's process begins. Throws where one is running. */
  start(member: number): Life {
    if (this.#lives.has(member)) throw new Error(`member ${member} is running`);
    const life = new SimulatedLife(this, member);
    const others = [...this.#lives.values()];
    this.#lives.set(member, life);
    for (const other of others) {
      this.clock.after(this.#delayMs(), () => this.#meet(life, other));
    }
    return life;
  }

  /** A member's process ends without a word; frames that it sent still arrive, until it meets the receiver anew. */
  crash(member: number): void {
    const life = this.#lives.get(member);
    if (life === undefined) throw new Error(`member ${member} is not running`);
    life.end();
    this.#lives.delete(member);
    for (const other of this.#lives.values()) {
      this.clock.after(this.#delayMs(), () => this.#lives.has(member) || other.peer(member, false));
    }
  }

  isRunning(member: number): boolean {
    return this.#lives.has(member);
  }

  cut(way: Way): void {
    this.#cuts.add(nameOf(way));
  }

  heal(way: Way): void {
    this.#cuts.delete(nameOf(way));
  }

  healAll(): void {
    this.#cuts.clear();
  }

  /** From now on everything that this member sends goes through `lie`, or is honest again. */
  lie(member: number, lie: Lie | undefined): void {
    if (lie === undefined) this.#lies.delete(member);
    else this.#lies.set(member, lie);
  }

  /** Names the one listener for frames as they leave their sender, before anything happens to them. */
  onSent(listener: (way: Way, frame: Uint8Array) => void): void {
    this.#onSent = listener;
  }

  /** Called by a member's links. False: the other one is not there, or too much is under way to it. */
  send(way: Way, frame: Uint8Array): boolean {
    if (!this.#lives.has(way.to) || way.to === way.from) return false;
    const lie = this.#lies.get(way.from);
    if (lie === undefined) return this.#carry(way, frame);
    for (const { to, frame: other } of lie({ to: way.to, frame })) this.#carry({ from: way.from, to }, other);
    return true;
  }

  /** Two processes see each other: of what was sent before, by them or those before them, nothing arrives any more. */
  #meet(a: SimulatedLife, b: SimulatedLife): void {
    if (!a.isAlive || !b.isAlive) return;
    this.#ways.delete(nameOf({ from: a.member, to: b.member }));
    this.#ways.delete(nameOf({ from: b.member, to: a.member }));
    a.peer(b.member, true);
    b.peer(a.member, true);
  }

  #carry(way: Way, frame: Uint8Array): boolean {
    const state = this.#wayOf(way);
    if (state.bytes + frame.length > wayBytesMax) return false;
    this.#onSent(way, frame);
    const { lost, doubled, replayed } = this.#faults;
    if (this.#cuts.has(nameOf(way)) || this.draw.chance(lost, 1_000)) return true;
    const old = state.remembered.length > 0 ? this.draw.pick(state.remembered) : undefined;
    state.remembered.push(frame);
    if (state.remembered.length > rememberedFrames) state.remembered.shift();
    this.#deliver(way, frame);
    if (this.draw.chance(doubled, 1_000)) this.#deliver(way, frame);
    if (old !== undefined && this.draw.chance(replayed, 1_000)) this.#deliver(way, old);
    return true;
  }

  #deliver(way: Way, frame: Uint8Array): void {
    const state = this.#wayOf(way);
    state.bytes += frame.length;
    this.clock.after(this.#delayMs(), () => {
      state.bytes -= frame.length;
      if (this.#wayOf(way) === state && !this.#cuts.has(nameOf(way))) this.#lives.get(way.to)?.frame(way.from, frame);
    });
  }

  #delayMs(): number {
    const { delayMsMin, delayMsMax } = this.#faults;
    return delayMsMin + this.draw.below(delayMsMax - delayMsMin + 1);
  }

  #wayOf(way: Way) {
    const name = nameOf(way);
    const state = this.#ways.get(name) ?? { bytes: 0, remembered: [] };
    this.#ways.set(name, state);
    return state;
  }
}

class SimulatedLife implements Life {
  readonly links: Links;
  readonly clock: Clock;
  readonly member: number;
  #isAlive = true;
  #onFrame: (member: number, frame: Uint8Array) => void = () => undefined;
  #onPeer: (member: number, isThere: boolean) => void = () => undefined;

  constructor(network: SimulatedNetwork, member: number) {
    this.member = member;
    this.links = {
      send: (to, frame) => this.#isAlive && network.send({ from: member, to }, frame),
      onFrame: (listener) => {
        this.#onFrame = listener;
      },
      onPeer: (listener) => {
        this.#onPeer = listener;
      },
    };
    this.clock = {
      now: () => network.clock.now(),
      after: (delayMs, then) => network.clock.after(delayMs, () => this.#isAlive && then()),
    };
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  end(): void {
    this.#isAlive = false;
  }

  frame(from: number, frame: Uint8Array): void {
    if (this.#isAlive) this.#onFrame(from, frame);
  }

  peer(member: number, isThere: boolean): void {
    if (this.#isAlive) this.#onPeer(member, isThere);
  }
}

function nameOf({ from, to }: Way): string {
  return `${from}→${to}`;
}
