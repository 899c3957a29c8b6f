import { equalBytes } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { type CheckedOffer, checkOffer } from "@mingbai/private-comparison/asking/check-offer";
import { entriesBytesMax } from "@mingbai/private-comparison/limits";
import { type Offer, offerBytes } from "@mingbai/private-comparison/messages/offer";
import { askDepartment } from "../asking/ask-department.ts";
import { retry } from "../asking/retry.ts";
import type { PrivateSource } from "../sources/source-config.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";
import { partyOf, privatePaths, verifierOf } from "./private-wire.ts";

/** A list of 256 MiB over a slow line. */
const entriesMsMax = 600_000;
const offerMsMax = 60_000;

/**
 * The department's list as it is offered to this node for the purpose on which both agreed: signed, whole and in its term. Throws a
 * TakingFault; nobody was asked about yet.
 */
export async function takeOffer(taking: Taking<PrivateSource>): Promise<CheckedOffer> {
  const { source, signer, now } = taking;
  const offered = await fetchBytes(taking, privatePaths.offer, { answerMsMax: offerMsMax, answerBytesMax: offerBytes });
  const entries = await fetchBytes(taking, privatePaths.entries, {
    answerMsMax: entriesMsMax,
    answerBytesMax: entriesBytesMax,
  });
  const verify = verifierOf(fromHex(source.publicKey));
  const checked = await checkOffer({ offerBytes: offered, entriesBytes: entries, verify });
  if (checked === "OFFER_MALFORMED") throw new TakingFault("NOT_UNDERSTOOD", { told: checked });
  if (typeof checked === "string") throw new TakingFault("ANSWER_OTHER", { told: checked });
  if (!isForUs(checked.offer, { asker: partyOf(signer.publicKey), purpose: source.purpose }))
    throw new TakingFault("ANSWER_OTHER", { told: "OFFER_FOR_OTHERS" });
  if (now() >= checked.offer.endsMs) throw new TakingFault("REFUSED", { told: "OFFER_ENDED" });
  return checked;
}

function isForUs(offer: Offer, { asker, purpose }: { asker: number; purpose: string }): boolean {
  return offer.asker === asker && offer.kind === "identityNumber" && equalBytes(offer.purpose, fromHex(purpose));
}

function fetchBytes(
  taking: Taking<PrivateSource>,
  path: string,
  bounds: { answerMsMax: number; answerBytesMax: number },
): Promise<Uint8Array> {
  const { source, signal } = taking;
  const { url, bearerFile } = source;
  return retry(() => askDepartment({ url, path, bearerFile }, { method: "GET", signal, ...bounds }), taking);
}
