import { chmod, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import type { AbciApplication } from "./abci-application.ts";
import { AbciConnection, type ConnectionEnd } from "./abci-connection.ts";
import { answerRequest, type KnownRequest } from "./answer-request.ts";
import { messageFrame } from "./message-frame.ts";

/** CometBFT makes four; as many again while those of a dead one are not yet gone. */
const connectionsMax = 8;
const ownerOnly = 0o600;

/** A socket on which CometBFT finds its application. */
export interface AbciServer {
  /** Closes the socket and every connection, and waits for what is under way. May be called twice. */
  close(): Promise<void>;
}

export interface AbciServerOptions {
  /** Of the Unix socket; one that a killed process left there is replaced. Its folder is the owner's alone. */
  readonly socketPath: string;
  readonly application: AbciApplication;
  /** The application threw: CometBFT has been told and ends itself, and the node must too. Called once. */
  readonly onFatal: (error: unknown) => void;
  /** A connection ended for another reason than that one side closed it. */
  readonly onFault?: (reason: ConnectionEnd) => void;
}

/** Serves an application to CometBFT and resolves when its socket is there. Throws where it cannot be made. */
export async function serveAbci(options: AbciServerOptions): Promise<AbciServer> {
  const sessions = new Sessions(options);
  const server = createServer((socket) => sessions.add(socket));
  server.maxConnections = connectionsMax;
  await rm(options.socketPath, { force: true });
  await listen(server, options.socketPath);
  await chmod(options.socketPath, ownerOnly);
  return {
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await sessions.close();
      await closed;
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => resolve());
  });
}

/** The connections of one server: they share an application and its end. */
class Sessions {
  readonly #options: AbciServerOptions;
  readonly #open = new Set<AbciConnection>();
  /** What connections that are gone still had under way. */
  readonly #leftovers = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(options: AbciServerOptions) {
    this.#options = options;
  }

  add(socket: Socket): void {
    const connection: AbciConnection = new AbciConnection(socket, {
      answer: (request) => this.#answer(request),
      refuse: (error) => this.#refuse(error),
      onEnd: ({ reason, finished }) => {
        this.#open.delete(connection);
        const leftover = finished.finally(() => this.#leftovers.delete(leftover));
        this.#leftovers.add(leftover);
        if (reason !== "CLOSED") this.#options.onFault?.(reason);
      },
    });
    this.#open.add(connection);
  }

  async close(): Promise<void> {
    for (const connection of this.#open) connection.close();
    await Promise.all(this.#leftovers);
  }

  async #answer(request: KnownRequest): Promise<readonly Uint8Array[]> {
    // CometBFT, killed and started again, asks while the block that it had asked for before is still being executed:
    // its first answer must not be overtaken by what that block changes.
    if (this.#leftovers.size > 0) await Promise.all(this.#leftovers);
    if (this.#failure !== undefined) throw this.#failure.error;
    return answerRequest(this.#options.application, request);
  }

  #refuse(error: unknown): readonly Uint8Array[] {
    if (this.#failure === undefined) {
      this.#failure = { error };
      this.#options.onFatal(error);
    }
    const text = error instanceof Error ? error.message : String(error);
    return messageFrame({ case: "exception", value: { $typeName: "mingbai.abci.ResponseException", error: text } });
  }
}
