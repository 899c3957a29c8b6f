import type { TLSSocket } from "node:tls";
import type { Clock } from "../ports/clock.ts";
import { FrameReader } from "./frame-reader.ts";
import { pingWord, pongWord } from "./frame-word.ts";
import { LaneQueue } from "./lane-queue.ts";
import type { LinkFault } from "./link-fault.ts";

/** Counted for a peer over all its connections: content of frames and their lengths, without TLS. */
export interface Traffic {
  inBytes: number;
  outBytes: number;
}

export interface LaneSettings {
  readonly socket: TLSSocket;
  readonly clock: Clock;
  readonly frameBytesMax: number;
  readonly queueBytesMax: number;
  readonly silentPingsMax: number;
  readonly closeMsMax: number;
  readonly traffic: Traffic;
  readonly onFrame: (frame: Uint8Array) => void;
  /** Once, whatever ended it; nothing is delivered afterwards. */
  readonly onEnd: (fault: LinkFault) => void;
}

/** One TLS connection after its hello: frames both ways, pings, one end. */
export class Lane {
  readonly #settings: LaneSettings;
  readonly #queue: LaneQueue;
  readonly #reader: FrameReader;
  #isWriting = false;
  #hasEnded = false;
  #pingsUnheard = 0;
  #pingSentMs: number | undefined;
  #roundTripMs: number | undefined;

  constructor(settings: LaneSettings) {
    this.#settings = settings;
    const { socket, frameBytesMax, queueBytesMax } = settings;
    this.#queue = new LaneQueue(queueBytesMax);
    this.#reader = new FrameReader({
      frameBytesMax,
      onFrame: (frame) => this.#deliver(frame),
      onWord: (word) => this.#takeWord(word),
    });
    socket.on("end", () => this.#end("PEER_CLOSED"));
    socket.on("error", () => this.#end("CONNECTION_LOST"));
    socket.on("close", () => this.#end("CONNECTION_LOST"));
    // What was lost before anybody listened has no event any more.
    if (socket.destroyed) queueMicrotask(() => this.#end("CONNECTION_LOST"));
  }

  /** Reads from here on: what came before is kept in the socket, since a link delivers nothing before it stands. */
  start(): void {
    this.#settings.socket.on("data", (chunk) => this.#read(chunk));
  }

  get queuedBytes(): number {
    return this.#queue.queuedBytes;
  }

  /** Of the last answered ping. */
  get roundTripMs(): number | undefined {
    return this.#roundTripMs;
  }

  /** False where the queue is full or the lane has ended. */
  send(frame: Uint8Array): boolean {
    if (this.#hasEnded || !this.#queue.push(frame)) return false;
    this.#write();
    return true;
  }

  /** Every `pingEveryMs`: judges the peer's silence, and asks again. */
  ping(): void {
    if (this.#pingsUnheard >= this.#settings.silentPingsMax) this.#end("PEER_SILENT");
    this.#pingsUnheard += 1;
    // One question at a time: the answer must be known by its question.
    if (this.#hasEnded || this.#pingSentMs !== undefined) return;
    this.#pingSentMs = this.#settings.clock.now();
    this.#queue.pushWord(pingWord);
    this.#write();
  }

  /** Reads nothing while it is held: what was sent fills the way there, and then the peer's own queue. */
  hold(isHeld: boolean): void {
    if (isHeld) this.#settings.socket.pause();
    else this.#settings.socket.resume();
  }

  /** Ends the lane from here. A clean close lets what was written go out and the peer close too; else it is cut. */
  close(fault: LinkFault): void {
    this.#end(fault);
  }

  #read(chunk: Uint8Array): void {
    if (this.#hasEnded) return;
    this.#pingsUnheard = 0;
    this.#settings.traffic.inBytes += chunk.length;
    const fault = this.#reader.push(chunk);
    if (fault !== undefined) this.#end(fault);
  }

  #deliver(frame: Uint8Array): void {
    // The listener of the frame before may have ended the lane.
    if (!this.#hasEnded) this.#settings.onFrame(frame);
  }

  #takeWord(word: number): boolean {
    if (word === pingWord) {
      this.#queue.pushWord(pongWord);
      this.#write();
      return true;
    }
    if (word !== pongWord || this.#pingSentMs === undefined) return false;
    this.#roundTripMs = this.#settings.clock.now() - this.#pingSentMs;
    this.#pingSentMs = undefined;
    return true;
  }

  /** PERF: one write at a time, so that backpressure is felt here and not in the socket's own buffer. */
  #write(): void {
    if (this.#isWriting || this.#hasEnded) return;
    const bytes = this.#queue.next();
    if (bytes === undefined) return;
    this.#isWriting = true;
    this.#settings.socket.write(bytes, () => {
      this.#isWriting = false;
      this.#settings.traffic.outBytes += bytes.length;
      this.#write();
    });
  }

  #end(fault: LinkFault): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    const { socket, clock, closeMsMax, onEnd } = this.#settings;
    if (fault === "CLOSED_HERE") {
      socket.end();
      const cancel = clock.after(closeMsMax, () => socket.destroy());
      socket.once("close", cancel);
    } else socket.destroy();
    onEnd(fault);
  }
}
