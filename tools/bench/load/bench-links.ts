import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import type { MemberAddress } from "@mingbai/exchange/links/member-address";
import { type OpenLinks, openLinks } from "@mingbai/exchange/links/open-links";

/** Frames up to here are sent back as they are; longer ones are answered with a small one. */
export const smallBytesMax = 1_024;
export const benchHost = "127.0.0.1";

/** The two ends of the bench's link; the words were chosen so that the lower key, which dials, comes of `dials`. */
export type LinkEnd = "dials" | "listens";

/** The raw public key of an end. */
export function keyOf(end: LinkEnd): Uint8Array {
  return generateSigner("ed25519", seedOf(end)).publicKey;
}

/** Opens one end among the given others. */
export function openBenchLinks(end: LinkEnd, others: readonly MemberAddress[]): Promise<OpenLinks> {
  const own = { member: end === "dials" ? 0 : 1, publicKey: keyOf(end), host: benchHost, port: 1 };
  return openLinks({
    ownSeed: seedOf(end),
    chain: sha256(utf8("mingbai bench: links")),
    epoch: 0,
    members: [own, ...others],
    listen: { host: benchHost, port: 0 },
    clock: machineClock,
  });
}

function seedOf(end: LinkEnd): Uint8Array {
  return sha256(utf8(`mingbai bench: the end that ${end}`));
}
