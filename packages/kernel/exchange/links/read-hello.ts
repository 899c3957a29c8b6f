import type { TLSSocket } from "node:tls";
import { findHello, type Hello, helloBytes } from "./hello.ts";
import type { LinkFault } from "./link-fault.ts";

/** What came in place of a hello, or none. */
export interface NoHello {
  readonly fault: LinkFault;
}

/**
 * Resolves with the first 52 bytes of the peer, read as a hello; what follows them stays in the socket for the lane. Whoever
 * calls bounds the time by destroying the socket. Never rejects.
 */
export function readHello(socket: TLSSocket): Promise<Hello | NoHello> {
  return new Promise((resolve) => {
    const settle = (found: Hello | NoHello): void => {
      socket.off("readable", read);
      socket.off("end", lost);
      socket.off("close", lost);
      resolve(found);
    };
    const lost = (): void => settle({ fault: "CONNECTION_LOST" });
    const read = (): void => {
      const bytes: Uint8Array | null = socket.read(helloBytes);
      // At the end of the stream a read answers with what there is, though it be less.
      if (bytes !== null) settle(findHello(bytes));
    };
    socket.on("readable", read);
    socket.on("end", lost);
    socket.on("close", lost);
    if (socket.destroyed) lost();
  });
}
