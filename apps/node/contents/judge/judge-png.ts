import { viewOf } from "@mingbai/codec/bytes";
import { holdsMarkup, latin1 } from "./find-bytes.ts";
import { judgeBehind } from "./judge-behind.ts";
import { Fault, type Judgement } from "./judgement.ts";
import { checkPixels } from "./pixels.ts";

const signatureBytes = 8;
/** Length, type and check sum of each chunk. */
const frameBytes = 12;

/** PNG (W3C, third edition): chunks from IHDR to IEND; some phones put notes behind. Words in them that a page would act on make it untrusted. */
export function judgePng(bytes: Uint8Array): Judgement {
  const view = viewOf(bytes);
  if (typeAt(bytes, signatureBytes) !== "IHDR") throw new Fault("FILE_DAMAGED");
  checkPixels(view.getUint32(16), view.getUint32(20));
  let at = signatureBytes;
  let type = "";
  while (type !== "IEND") {
    type = typeAt(bytes, at);
    at += frameBytes + view.getUint32(at);
  }
  if (at > bytes.length) throw new Fault("FILE_DAMAGED");
  if (at < bytes.length) return judgeBehind("image/png", bytes, at);
  return { type: "image/png", untrusted: holdsMarkup(latin1(bytes)) };
}

function typeAt(bytes: Uint8Array, at: number): string {
  return latin1(bytes, at + 4, at + 8);
}
