import type { Socket } from "node:net";
import type { KnownRequest } from "./answer-request.ts";
import { decodeRequest } from "./decode-request.ts";
import { FrameReader, frameBytesMax, type StreamFault } from "./frame-reader.ts";

/** Frames of one connection that wait; CometBFT itself has at most 256 requests on their way. */
const waitingFramesMax = 512;

/** Why a connection ended: CometBFT closed it, it brought garbage, or this node closed it. */
export type ConnectionEnd = StreamFault | "CUT_IN_FRAME" | "CLOSED";

/**
 * What stands behind a connection. `answer` gives a frame in parts; `refuse` is what to say when it throws, last of
 * all.
 */
export interface ConnectionHandlers {
  answer(request: KnownRequest): Promise<readonly Uint8Array[]>;
  refuse(error: unknown): readonly Uint8Array[];
  /** `finished` settles when what the connection had under way has ended. */
  onEnd(end: { readonly reason: ConnectionEnd; readonly finished: Promise<void> }): void;
}

/** Answers the requests of one connection, one after another, in the order in which they came. */
export class AbciConnection {
  readonly #socket: Socket;
  readonly #handlers: ConnectionHandlers;
  readonly #reader = new FrameReader();
  readonly #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #work: Promise<void> | undefined;
  #end: ConnectionEnd | undefined;

  constructor(socket: Socket, handlers: ConnectionHandlers) {
    this.#socket = socket;
    this.#handlers = handlers;
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    socket.on("end", () => this.#finish(this.#reader.isBetweenFrames ? "CLOSED" : "CUT_IN_FRAME"));
    // What broke a connection does not matter here: CometBFT ends with any of its four, and is started again.
    socket.on("error", () => this.#finish("CLOSED"));
    socket.on("close", () => this.#finish("CLOSED"));
  }

  /** Ends it at once, whether or not CometBFT still reads. */
  close(): void {
    this.#finish("CLOSED");
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#end !== undefined) return;
    // A plain array: `slice` of a Buffer copies nothing, and the application copies what it keeps by `slice`.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    const { frames, fault } = this.#reader.push(bytes);
    this.#waiting.push(...frames);
    this.#waitingBytes += frames.reduce((sum, { length }) => sum + length, 0);
    if (fault !== undefined) {
      this.#finish(fault);
      return;
    }
    if (this.#waiting.length > waitingFramesMax || this.#waitingBytes > frameBytesMax) this.#socket.pause();
    if (this.#waiting.length > 0) this.#work ??= this.#answerAll();
  }

  async #answerAll(): Promise<void> {
    for (let frame = this.#waiting.shift(); frame !== undefined; frame = this.#waiting.shift()) {
      this.#waitingBytes -= frame.length;
      const request = decodeRequest(frame);
      if ("fault" in request) return this.#finish(request.fault);
      await this.#answer(request);
      await this.#drain();
      if (this.#end !== undefined) return;
    }
    this.#work = undefined;
    this.#socket.resume();
  }

  async #answer(request: KnownRequest): Promise<void> {
    try {
      const parts = await this.#handlers.answer(request);
      if (this.#end === undefined) this.#write(parts);
    } catch (error) {
      if (this.#end !== undefined) return;
      this.#write(this.#handlers.refuse(error));
      this.#finish("CLOSED");
    }
  }

  /** Resolves when CometBFT has read enough for more to be said, or will read no more. */
  async #drain(): Promise<void> {
    const socket = this.#socket;
    if (!socket.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        socket.off("drain", done);
        socket.off("close", done);
        resolve();
      };
      socket.on("drain", done);
      socket.on("close", done);
    });
  }

  /** All parts in one writev, with those of the Flush that follows at once. */
  #write(parts: readonly Uint8Array[]): void {
    this.#socket.cork();
    for (const part of parts) this.#socket.write(part);
    process.nextTick(() => this.#socket.uncork());
  }

  #finish(reason: ConnectionEnd): void {
    if (this.#end !== undefined) return;
    this.#end = reason;
    this.#waiting.length = 0;
    // What is written still goes out: an exception says why.
    this.#socket.destroySoon();
    this.#handlers.onEnd({ reason, finished: this.#work ?? Promise.resolve() });
  }
}
