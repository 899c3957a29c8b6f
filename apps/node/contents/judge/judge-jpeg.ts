import { viewOf } from "@mingbai/codec/bytes";
import { beginsWith, holdsMarkup, latin1 } from "./find-bytes.ts";
import { judgeBehind } from "./judge-behind.ts";
import { Fault, type Judgement } from "./judgement.ts";
import { checkPixels } from "./pixels.ts";

/** Markers of ITU-T T.81, table B.1. */
const endOfImage = 0xd9;
const startOfScan = 0xda;
const picturesMax = 8;

/** JPEG: segments to the end of the image. Cameras put previews behind it, which must be JPEGs themselves. */
export function judgeJpeg(bytes: Uint8Array): Judgement {
  let at = 0;
  for (let pictures = 0; at < bytes.length; pictures++) {
    if (pictures === picturesMax || !beginsWith(bytes, "\xff\xd8\xff", at)) return judgeBehind("image/jpeg", bytes, at);
    at = endOfPicture(bytes, at);
  }
  return { type: "image/jpeg", untrusted: holdsMarkup(latin1(bytes)) };
}

function endOfPicture(bytes: Uint8Array, start: number): number {
  const view = viewOf(bytes);
  let at = start + 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) throw new Fault("FILE_DAMAGED");
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === endOfImage) return at + 2;
    else if (isAlone(marker)) at += 2;
    else {
      if (isFrame(marker)) checkPixels(view.getUint16(at + 7), view.getUint16(at + 5));
      at += 2 + view.getUint16(at + 2);
      if (marker === startOfScan) at = endOfScan(bytes, at);
    }
  }
}

/** Where coded data ends: at the first marker that is neither a stuffed 0xff nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; ; at += 2) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1];
    if (at < 0 || next === undefined) throw new Fault("FILE_DAMAGED");
    if (next !== 0 && !isAlone(next)) return at;
  }
}

/** TEM and the restarts have no length behind them. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** SOF0 to SOF15, without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
