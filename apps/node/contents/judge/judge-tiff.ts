import { viewOf } from "@mingbai/codec/bytes";
import { Fault, type Judgement } from "./judgement.ts";

/** TIFF 6.0: byte order, 42, the place of the first directory. Browsers do not show it; it is handed over. */
export function judgeTiff(bytes: Uint8Array): Judgement {
  const isLittle = bytes[0] === 0x49;
  const directory = viewOf(bytes).getUint32(4, isLittle);
  const entries = viewOf(bytes).getUint16(directory, isLittle);
  if (directory < 8 || entries === 0 || directory + 2 + 12 * entries > bytes.length) throw new Fault("FILE_DAMAGED");
  return { type: "image/tiff", untrusted: false };
}
