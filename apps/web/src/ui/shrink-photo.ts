/** Enough to read a number plate or a stamp; a tenth of what a phone's camera makes. */
const sidePxMax = 1_600;
const quality = 0.8;

/**
 * A photo as JPEG with at most 1,600 px a side. What the camera noted in it besides the picture (place, device, owner) is gone.
 * Throws DOMException where the browser cannot read the picture.
 */
export async function shrinkPhoto(photo: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(photo);
  const { width, height } = fitSize(picture, sidePxMax);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height);
  picture.close();
  const jpeg = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/jpeg", quality));
  if (jpeg === null) throw new DOMException("the browser made no picture of it", "EncodingError");
  return new Uint8Array(await jpeg.arrayBuffer());
}

/** The size with the same shape whose longer side is at most `max`; nothing grows. Pixels, at least one. */
export function fitSize(
  { width, height }: { readonly width: number; readonly height: number },
  max: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, max / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
