import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { isValidCertificate } from "../availability/certificate.ts";
import type { Roster } from "../genesis/roster.ts";
import type { Item } from "./item.ts";
import { isSignedInRosters } from "./origin-signature.ts";

export const signedItemsMax = 8_192;

/**
 * Items whose signatures were found valid, so that they are checked once and not at each step from hand to hand. Remembers
 * only what is true of the bytes, the ledger and the rosters' epochs; of one ledger all rosters of an epoch are the same.
 */
export class SignedItems {
  readonly #known = new Set<string>();

  /** Which signature does not hold under these rosters; undefined where all do. */
  findFault(
    { chain, rosters }: { readonly chain: Uint8Array; readonly rosters: readonly Roster[] },
    item: Item,
  ): SignatureFault | undefined {
    const name = nameOf(item, chain, rosters);
    if (this.#known.has(name)) return undefined;
    const fault = findSignatureFault({ chain, rosters }, item);
    if (fault === undefined) this.#remember(name);
    return fault;
  }

  #remember(name: string): void {
    const [oldest] = this.#known;
    if (this.#known.size >= signedItemsMax && oldest !== undefined) this.#known.delete(oldest);
    this.#known.add(name);
  }
}

export type SignatureFault = "ORIGIN_SIGNATURE_WRONG" | "CERTIFICATE_WRONG";

/** Which signature does not hold under these rosters; undefined where the origin's and the certificate's do. */
export function findSignatureFault(
  { chain, rosters }: { readonly chain: Uint8Array; readonly rosters: readonly Roster[] },
  { header, batchId, originSignature, certificate }: Item,
): SignatureFault | undefined {
  const { origin } = header;
  if (!isSignedInRosters(rosters, { origin, batchId, signature: originSignature })) return "ORIGIN_SIGNATURE_WRONG";
  if (certificate === undefined) return undefined;
  const roster = rosters.find(({ epoch }) => epoch === certificate.epoch);
  return roster && isValidCertificate({ roster, chain, batchId }, certificate) ? undefined : "CERTIFICATE_WRONG";
}

/** Everything that a verdict depends on. An inline body does not: the header names it. */
function nameOf(
  { batchId, originSignature, certificate }: Item,
  chain: Uint8Array,
  rosters: readonly Roster[],
): string {
  const { epoch = 0, signers = [], signatures = [] } = certificate ?? {};
  const said = sha256(chain, batchId, originSignature, ...signatures);
  return `${toHex(said)} ${epoch} ${signers.join()} ${rosters.map((roster) => roster.epoch).join()}`;
}
