import { connect, createServer, type Server, type Socket } from "node:net";

const host = "127.0.0.1";

/** One way through a passage. `there` is from who dials to who listens. */
export type Direction = "there" | "back";

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

/**
 * Stands between one that dials and one that listens, and lets through what it is told to. A direction that is cut holds back every
 * byte, and the end of the stream, as a network does that loses packets: both ends wait. What was held back goes on after it is healed.
 */
export class TestPassage {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  /** Dialled while no handshake could be made. */
  readonly #held = new Set<Socket>();
  readonly #cut = new Set<Direction>();
  #isClosed = false;
  targetPort = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (near: Socket) => this.#take(near));
  }

  static open(): Promise<TestPassage> {
    const server = createServer({ allowHalfOpen: true });
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, host, () => resolve(new TestPassage(server)));
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("the passage is not open");
    return address.port;
  }

  /** Holds back what goes this way, until healed. */
  cut(direction: Direction): void {
    this.#cut.add(direction);
    for (const pair of this.#pairs) this.#flow(pair);
  }

  /** Ends all connections, and each new one, until healed. */
  refuse(): void {
    this.#isClosed = true;
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    for (const near of this.#held) near.destroy();
  }

  heal(): void {
    this.#isClosed = false;
    this.#cut.clear();
    for (const pair of this.#pairs) this.#flow(pair);
    for (const near of this.#held) this.#connect(near);
    this.#held.clear();
  }

  close(): Promise<void> {
    this.refuse();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #take(near: Socket): void {
    near.once("error", () => near.destroy());
    if (this.#isClosed) near.destroy();
    else if (this.#cut.size === 0) this.#connect(near);
    else {
      this.#held.add(near);
      near.once("close", () => this.#held.delete(near));
    }
  }

  #connect(near: Socket): void {
    const far = connect({ host, port: this.targetPort, allowHalfOpen: true });
    const pair = { near, far };
    this.#pairs.add(pair);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.setNoDelay(true);
      one.once("error", () => one.destroy());
      one.once("close", () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
    this.#flow(pair);
  }

  #flow({ near, far }: Pair): void {
    pass({ from: near, to: far, isCut: this.#cut.has("there") });
    pass({ from: far, to: near, isCut: this.#cut.has("back") });
  }
}

function pass({ from, to, isCut }: { from: Socket; to: Socket; isCut: boolean }): void {
  from.unpipe(to);
  if (isCut) from.pause();
  else from.pipe(to);
}
