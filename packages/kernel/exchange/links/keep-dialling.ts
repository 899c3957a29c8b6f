import { randomBytes } from "node:crypto";
import type { Clock } from "../ports/clock.ts";
import { dialLane } from "./dial-lane.ts";
import type { Hello, LaneName } from "./hello.ts";
import type { LinkLimits } from "./limits.ts";
import type { LinkFault } from "./link-fault.ts";
import type { MemberAddress } from "./member-address.ts";
import type { Peer } from "./peer.ts";
import { redialMs } from "./redial-ms.ts";
import type { TlsIdentity } from "./tls-identity.ts";

interface DiallerSettings {
  readonly peer: Peer;
  readonly address: MemberAddress;
  readonly identity: TlsIdentity;
  readonly chain: Uint8Array;
  readonly epoch: () => number;
  readonly clock: Clock;
  readonly limits: LinkLimits;
  readonly signal: AbortSignal;
}

/** Keeps a link to a peer until the signal: dials, waits until the link ends, waits a while, dials again. Never rejects. */
export async function keepDialling(settings: DiallerSettings): Promise<void> {
  const { peer, clock, limits, signal } = settings;
  let failures = 0;
  while (!signal.aborted) {
    const { fault, wasProven } = await holdLink(settings);
    if (signal.aborted) return;
    failures = wasProven ? 0 : failures + 1;
    if (fault !== undefined) peer.noteFault(fault);
    await pause(clock, redialMs(failures, limits, Math.random()), signal);
  }
}

interface Held {
  /** Absent where the link has noted its end itself. */
  readonly fault?: LinkFault;
  /** A ping was answered: whoever takes a link only to drop it is dialled ever more seldom. */
  readonly wasProven: boolean;
}

async function holdLink(settings: DiallerSettings): Promise<Held> {
  const { peer } = settings;
  const linkId = randomBytes(8);
  const urgent = await dial(settings, { lane: "urgent", linkId });
  if ("fault" in urgent) return { fault: urgent.fault, wasProven: false };
  // Removed while the answer was on its way: a link made now would belong to nobody.
  if (settings.signal.aborted) {
    urgent.socket.destroy();
    return { wasProven: false };
  }
  const link = peer.beginLink(urgent.answer, urgent.socket);
  const bulk = await dial(settings, { lane: "bulk", linkId });
  if ("fault" in bulk) link.close(bulk.fault);
  else if (link.awaits("bulk", linkId)) link.addLane("bulk", bulk.socket);
  else bulk.socket.destroy();
  await link.ended;
  return { wasProven: link.roundTripMs !== undefined };
}

function dial(settings: DiallerSettings, named: { lane: LaneName; linkId: Uint8Array }) {
  const { address, identity, clock, limits, signal, chain, epoch } = settings;
  const hello: Hello = { ...named, chain, epoch: epoch() };
  return dialLane({ ...address, identity, hello, clock, helloMsMax: limits.helloMsMax, signal });
}

function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(delayMs, () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
    const stop = (): void => {
      cancel();
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
