import { connect, type TLSSocket } from "node:tls";
import { equalBytes } from "@mingbai/codec/bytes";
import type { Clock } from "../ports/clock.ts";
import { encodeHello, type Hello } from "./hello.ts";
import type { LinkFault } from "./link-fault.ts";
import { findPeerKey } from "./peer-key.ts";
import { type NoHello, readHello } from "./read-hello.ts";
import type { TlsIdentity } from "./tls-identity.ts";
import { tlsOptions } from "./tls-options.ts";

interface DialSettings {
  readonly host: string;
  readonly port: number;
  /** The only key that is believed at that address. */
  readonly publicKey: Uint8Array;
  readonly identity: TlsIdentity;
  readonly hello: Hello;
  readonly clock: Clock;
  readonly helloMsMax: number;
  readonly signal: AbortSignal;
}

/** A lane that both sides have agreed on. */
export interface DialledLane {
  readonly socket: TLSSocket;
  readonly answer: Hello;
}

/** Connects one lane to a peer and says hello. Never rejects: what went wrong is the answer. */
export async function dialLane(settings: DialSettings): Promise<DialledLane | NoHello> {
  const { host, port, identity, clock, helloMsMax, signal } = settings;
  if (signal.aborted) return { fault: "CLOSED_HERE" };
  const socket = connect({ host, port, ...tlsOptions, key: identity.key, cert: identity.cert });
  let cutBy: LinkFault | undefined;
  const cut = (fault: LinkFault): void => {
    cutBy ??= fault;
    socket.destroy();
  };
  const abort = (): void => cut("CLOSED_HERE");
  const cancel = clock.after(helloMsMax, () => cut("HELLO_LATE"));
  signal.addEventListener("abort", abort);
  const found = await greet(socket, settings);
  cancel();
  signal.removeEventListener("abort", abort);
  if ("socket" in found) return found;
  socket.destroy();
  return { fault: cutBy ?? found.fault };
}

async function greet(socket: TLSSocket, { publicKey, hello }: DialSettings): Promise<DialledLane | NoHello> {
  const fault = await whenSecure(socket);
  if (fault !== undefined) return { fault };
  const shown = findPeerKey(socket);
  if (shown === undefined || !equalBytes(shown, publicKey)) return { fault: "PEER_KEY_DIFFERS" };
  socket.write(encodeHello(hello));
  const answer = await readHello(socket);
  if ("fault" in answer) return answer;
  if (answer.refusal !== undefined) return { fault: answer.refusal };
  if (!equalBytes(answer.chain, hello.chain)) return { fault: "WRONG_CHAIN" };
  const isSameLane = answer.lane === hello.lane && equalBytes(answer.linkId, hello.linkId);
  return isSameLane ? { socket, answer } : { fault: "HELLO_MALFORMED" };
}

function whenSecure(socket: TLSSocket): Promise<LinkFault | undefined> {
  return new Promise((resolve) => {
    let isConnected = false;
    const lost = (): void => resolve(isConnected ? "TLS_FAILED" : "CONNECT_FAILED");
    socket.once("connect", () => {
      isConnected = true;
    });
    socket.once("secureConnect", () => resolve(undefined));
    // It stays: an error nobody listens to would end the process, and `close` follows each.
    socket.on("error", lost);
    socket.once("close", lost);
  });
}
