import { viewOf } from "@mingbai/codec/bytes";
import { latin1 } from "./find-bytes.ts";
import { Fault, type Judgement } from "./judgement.ts";

const brands = /heic|heix|heim|heis|mif1|msf1/;
const boxesMax = 64;

/** HEIF (ISO/IEC 23008-12): boxes one after another that fill the file, the first naming an image brand. */
export function judgeHeic(bytes: Uint8Array): Judgement {
  const view = viewOf(bytes);
  const first = view.getUint32(0);
  if (!brands.test(latin1(bytes, 8, Math.min(first, 64)))) throw new Fault("FILE_TYPE");
  let at = 0;
  for (let boxes = 0; at < bytes.length; boxes++) {
    const length = view.getUint32(at);
    const size = length === 1 ? Number(view.getBigUint64(at + 8)) : length;
    if (size < 8 || boxes === boxesMax) throw new Fault("FILE_DAMAGED");
    at += size;
  }
  if (at !== bytes.length) throw new Fault("FILE_DAMAGED");
  return { type: "image/heic", untrusted: false };
}
