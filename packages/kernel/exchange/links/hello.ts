import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { type Refusal, refusals } from "./link-fault.ts";

/** Each link is two TLS connections: what is small never waits in a system's buffer behind what is big. */
export type LaneName = "urgent" | "bulk";

/** What each side says first on each lane. */
export interface Hello {
  readonly lane: LaneName;
  /** The epoch of the roster that the sender goes by; for pages, since members pass from one to the next at their own time. */
  readonly epoch: number;
  /** Eight random bytes that the dialler drew: they hold the two lanes of a link together. */
  readonly linkId: Uint8Array;
  /** As transactions name it, 32 bytes. */
  readonly chain: Uint8Array;
  /** Only in an answer, which then is the last thing said. */
  readonly refusal?: Refusal;
}

/** "MBLK" | u16 version | u8 lane | u8 refusal | u32 epoch | 8 B link id | 32 B chain. */
export const helloBytes = 52;
export const protocolVersion = 1;
const magic = utf8("MBLK");
const lanes: readonly LaneName[] = ["urgent", "bulk"];
const epochMax = 0xffff_ffff;

/** Throws RangeError where chain, link id or epoch have no room. */
export function encodeHello({ lane, epoch, linkId, chain, refusal }: Hello): Uint8Array<ArrayBuffer> {
  if (chain.length !== 32 || linkId.length !== 8) throw new RangeError("a chain is 32 bytes, a link id 8");
  if (!Number.isInteger(epoch) || epoch < 0 || epoch > epochMax) throw new RangeError("an epoch is a u32");
  const head = new Uint8Array(12);
  const view = viewOf(head);
  head.set(magic);
  view.setUint16(4, protocolVersion, true);
  head[6] = lanes.indexOf(lane);
  head[7] = refusal === undefined ? 0 : refusals.indexOf(refusal) + 1;
  view.setUint32(8, epoch, true);
  return concat(head, linkId, chain);
}

/** Reads the 52 bytes of a hello; never throws, whatever they are. */
export function findHello(bytes: Uint8Array): Hello | { readonly fault: "HELLO_MALFORMED" | "WRONG_VERSION" } {
  if (bytes.length !== helloBytes || magic.some((byte, at) => bytes[at] !== byte)) return { fault: "HELLO_MALFORMED" };
  const view = viewOf(bytes);
  // What stands behind the version is for that version to say.
  if (view.getUint16(4, true) !== protocolVersion) return { fault: "WRONG_VERSION" };
  const lane = lanes[view.getUint8(6)];
  const refusalNumber = view.getUint8(7);
  const refusal = refusals[refusalNumber - 1];
  if (lane === undefined || (refusalNumber !== 0 && refusal === undefined)) return { fault: "HELLO_MALFORMED" };
  const hello = { lane, epoch: view.getUint32(8, true), linkId: bytes.slice(12, 20), chain: bytes.slice(20) };
  return refusal === undefined ? hello : { ...hello, refusal };
}
