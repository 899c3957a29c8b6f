import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import { equalBytes } from "@mingbai/codec/bytes";
import type { Clock } from "../ports/clock.ts";
import { encodeHello, type Hello } from "./hello.ts";
import type { LinkLimits } from "./limits.ts";
import type { FaultNote, LinkFault, Refusal } from "./link-fault.ts";
import type { Peer } from "./peer.ts";
import { findPeerKey } from "./peer-key.ts";
import { type NoHello, readHello } from "./read-hello.ts";
import type { TlsIdentity } from "./tls-identity.ts";
import { tlsOptions } from "./tls-options.ts";

interface AcceptorSettings {
  readonly host: string;
  readonly port: number;
  readonly identity: TlsIdentity;
  readonly chain: Uint8Array;
  readonly epoch: () => number;
  readonly clock: Clock;
  readonly limits: LinkLimits;
  /** Whoever this key is pinned for. */
  readonly findPeer: (publicKey: Uint8Array) => Peer | undefined;
  readonly onRefused: (note: FaultNote) => void;
}

export interface Acceptor {
  /** The port that was given, or the one found for 0. */
  readonly port: number;
  /** Takes no more, and cuts what has not become part of a link. */
  close(): Promise<void>;
}

/** Listens for lanes. Rejects where the address cannot be listened on. */
export async function acceptLanes(settings: AcceptorSettings): Promise<Acceptor> {
  const { host, port, identity, clock, limits, onRefused } = settings;
  const server = createServer({
    ...tlsOptions,
    key: identity.key,
    cert: identity.cert,
    requestCert: true,
    handshakeTimeout: limits.helloMsMax,
  });
  const connections = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    if (!hasRoom(connections, socket, limits)) {
      socket.destroy();
      onRefused({ fault: "TOO_MANY_CONNECTIONS" });
      return;
    }
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  server.on("tlsClientError", () => onRefused({ fault: "TLS_FAILED" }));
  const greeting = new Set<TLSSocket>();
  let isClosing = false;
  server.on("secureConnection", (socket) => {
    if (isClosing) {
      socket.destroy();
      return;
    }
    greeting.add(socket);
    greet(socket, settings).finally(() => greeting.delete(socket));
  });
  server.listen({ host, port });
  await once(server, "listening");
  // Such as too many open files: those that are open go on, whoever came calls again.
  server.on("error", () => onRefused({ fault: "ACCEPT_FAILED" }));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      isClosing = true;
      const closed = Promise.withResolvers<void>();
      // Those that have only begun a handshake, and peers that do not close in turn.
      const cancel = clock.after(limits.closeMsMax, () => {
        for (const socket of connections) socket.destroy();
      });
      server.close(() => {
        cancel();
        closed.resolve();
      });
      for (const socket of greeting) socket.destroy();
      return closed.promise;
    },
  };
}

function hasRoom(connections: ReadonlySet<Socket>, { remoteAddress }: Socket, limits: LinkLimits): boolean {
  if (connections.size >= limits.connectionsMax) return false;
  let ofAddress = 0;
  for (const one of connections) if (one.remoteAddress === remoteAddress) ofAddress += 1;
  return ofAddress < limits.connectionsPerAddressMax;
}

/** Hears a hello and answers it; the lane then belongs to its peer, or the socket is closed with a reason. */
async function greet(socket: TLSSocket, settings: AcceptorSettings): Promise<void> {
  const { clock, limits, chain, epoch, findPeer, onRefused } = settings;
  // What goes wrong shows in `close`; an error that nobody listens to would end the process.
  socket.on("error", () => socket.destroy());
  let isLate = false;
  const cancel = clock.after(limits.helloMsMax, () => {
    isLate = true;
    socket.destroy();
  });
  socket.once("close", cancel);
  const key = findPeerKey(socket);
  const hello = await readHello(socket);
  const peer = key && findPeer(key);
  const note = (fault: LinkFault): void => (peer === undefined ? onRefused({ fault }) : peer.noteFault(fault));
  if (socket.destroyed) return note(isLate ? "HELLO_LATE" : "CONNECTION_LOST");
  const taken = judge({ hello, key, peer, chain });
  if (typeof taken === "string") {
    note(taken);
    socket.end(encodeHello({ lane: "urgent", epoch: epoch(), linkId: new Uint8Array(8), chain, refusal: taken }));
    socket.resume();
    return;
  }
  cancel();
  socket.write(encodeHello({ ...taken.hello, epoch: epoch() }));
  if (taken.hello.lane === "urgent") taken.peer.beginLink(taken.hello, socket);
  else taken.peer.link?.addLane("bulk", socket);
}

interface Knock {
  readonly hello: Hello | NoHello;
  readonly key: Uint8Array | undefined;
  readonly peer: Peer | undefined;
  readonly chain: Uint8Array;
}

/** Who one is comes before what one says: a stranger learns nothing of chain or version. */
function judge({ hello, key, peer, chain }: Knock): Refusal | { readonly peer: Peer; readonly hello: Hello } {
  if (key === undefined) return "KEY_NOT_SHOWN";
  if (peer === undefined) return "KEY_NOT_PINNED";
  if ("fault" in hello) return hello.fault === "WRONG_VERSION" ? "WRONG_VERSION" : "HELLO_MALFORMED";
  if (hello.refusal !== undefined) return "HELLO_MALFORMED";
  if (!equalBytes(hello.chain, chain)) return "WRONG_CHAIN";
  if (peer.isDialled) return "NOT_YOURS_TO_DIAL";
  if (hello.lane === "bulk" && !peer.link?.awaits("bulk", hello.linkId)) return "LANE_ALONE";
  return { peer, hello };
}
