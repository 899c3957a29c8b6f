/** True where these bytes begin with `start`, given in Latin-1. */
export function beginsWith(bytes: Uint8Array, start: string, at = 0): boolean {
  return latin1(bytes, at, at + start.length) === start;
}

/** Part of the bytes as Latin-1 text: one character a byte, so that places agree. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  return bufferOf(bytes).toString("latin1", Math.max(0, from), Math.max(0, to));
}

/** The same memory as a Buffer. */
export function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

// Long enough that a picture of 20 MiB, which is noise to this, holds none of it by chance (less than 1 in 500).
const markup = /<(?:script|html|svg|iframe|object|embed)[\s>/]|<\?php|<!doctype\s+html|javascript:/i;

/** True where the text holds what a browser would act on if it took it for a page. */
export function holdsMarkup(text: string): boolean {
  return markup.test(text);
}

/** The end record of a zip (APPNOTE 4.3.16): its signature, and how far from the end it may stand. */
const zipEnd = "PK\x05\x06";
const zipEndDistanceMax = 22 + 0xffff;

/** True where a zip reader would find an archive at the end of these bytes, whatever they begin with. */
export function endsAsZip(bytes: Uint8Array): boolean {
  return latin1(bytes, bytes.length - zipEndDistanceMax).includes(zipEnd);
}

const pdfHeaderWithin = 1_024;

/** True where a PDF reader would take these bytes for a PDF, though they begin as something else. */
export function holdsPdfHeader(bytes: Uint8Array): boolean {
  return latin1(bytes, 0, pdfHeaderWithin).includes("%PDF-");
}
