import { Fault } from "./judgement.ts";

/** Phones take pictures of 200 million pixels; what is beyond is made to fill a reader's memory. */
export const pixelsMax = 210_000_000;

/** Throws where a picture has no area, or more than a reader can hold. */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Fault("FILE_DAMAGED");
  if (width * height > pixelsMax) throw new Fault("FILE_BOMB");
}
