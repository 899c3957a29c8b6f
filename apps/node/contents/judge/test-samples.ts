import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import { concat, utf8, viewOf } from "@mingbai/codec/bytes";

/** An entry of a sample zip. What is given besides name and content is written in place of the truth. */
export interface SampleEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly unpackedBytes?: number;
  readonly localName?: string;
  readonly localUnpackedBytes?: number;
  /** Bytes put behind the data, before the next entry. */
  readonly behind?: Uint8Array;
}

/** A zip of these entries, in this order. */
export function sampleZip(entries: readonly SampleEntry[], comment = ""): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = bytesOf(entry.content);
    const data = entry.stored ? content : new Uint8Array(deflateRawSync(content));
    const head = { entry, crc: crc32(content), packed: data.length, unpacked: entry.unpackedBytes ?? content.length };
    const local = concat(
      localHeader(head),
      utf8(entry.localName ?? entry.name),
      data,
      entry.behind ?? new Uint8Array(),
    );
    parts.push(local);
    directory.push(concat(directoryHeader(head, at), utf8(entry.name)));
    at += local.length;
  }
  const listed = concat(...directory);
  return concat(...parts, listed, zipEnd(entries.length, listed.length, at, comment));
}

/** The same zip as Java's libraries write it: sizes of the directory's entries stand in extra fields, two records before the end. */
export function asZip64(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(zip);
  const start = view.getUint32(zip.length - 6, true);
  const directory: Uint8Array[] = [];
  for (let at = start; at < zip.length - 22; ) {
    const past = at + 46 + view.getUint16(at + 28, true);
    const header = zip.slice(at, past);
    const extra = new Uint8Array(20);
    viewOf(extra).setUint32(0, 0x00100001, true);
    viewOf(extra).setBigUint64(4, BigInt(view.getUint32(at + 24, true)), true);
    viewOf(extra).setBigUint64(12, BigInt(view.getUint32(at + 20, true)), true);
    header.fill(0xff, 20, 28);
    viewOf(header).setUint16(30, extra.length, true);
    directory.push(header, extra);
    at = past;
  }
  const listed = concat(...directory);
  const count = view.getUint16(zip.length - 12, true);
  return concat(
    zip.subarray(0, start),
    listed,
    zip64End(count, listed.length, start),
    zipEnd(count, listed.length, start, ""),
  );
}

function zip64End(count: number, size: number, start: number): Uint8Array {
  const bytes = new Uint8Array(76);
  const view = viewOf(bytes);
  view.setUint32(0, 0x06064b50, true);
  view.setUint32(4, 44, true);
  for (const at of [24, 32]) view.setUint32(at, count, true);
  view.setUint32(40, size, true);
  view.setUint32(48, start, true);
  view.setUint32(56, 0x07064b50, true);
  view.setUint32(64, start + size, true);
  view.setUint32(72, 1, true);
  return bytes;
}

interface Head {
  readonly entry: SampleEntry;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

function localHeader(head: Head): Uint8Array {
  const bytes = new Uint8Array(30);
  const view = viewOf(bytes);
  view.setUint32(0, 0x04034b50, true);
  putCommon(view, 4, head);
  if (head.entry.localUnpackedBytes !== undefined) view.setUint32(22, head.entry.localUnpackedBytes, true);
  view.setUint16(26, utf8(head.entry.localName ?? head.entry.name).length, true);
  return bytes;
}

function directoryHeader(head: Head, at: number): Uint8Array {
  const bytes = new Uint8Array(46);
  const view = viewOf(bytes);
  view.setUint32(0, 0x02014b50, true);
  putCommon(view, 6, head);
  view.setUint16(28, utf8(head.entry.name).length, true);
  view.setUint32(42, at, true);
  return bytes;
}

function putCommon(view: DataView, at: number, { entry, crc, packed, unpacked }: Head): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags ?? 0, true);
  view.setUint16(at + 4, entry.stored ? 0 : 8, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, unpacked, true);
}

function zipEnd(count: number, size: number, at: number, comment: string): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = viewOf(bytes);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  view.setUint16(20, utf8(comment).length, true);
  return concat(bytes, utf8(comment));
}

const main = "application/vnd.openxmlformats-officedocument.";

export function contentTypesOf(part: string): SampleEntry {
  const override = `<Override PartName="/word/document.xml" ContentType="${part}"/>`;
  return { name: "[Content_Types].xml", content: `<?xml version="1.0"?><Types xmlns="t">${override}</Types>` };
}

export const docxTypes = contentTypesOf(`${main}wordprocessingml.document.main+xml`);
export const xlsxTypes = contentTypesOf(`${main}spreadsheetml.sheet.main+xml`);
export const pptxTypes = contentTypesOf(`${main}presentationml.presentation.main+xml`);

const words: SampleEntry = { name: "word/document.xml", content: "<w:document>更换路灯的合同</w:document>" };

/** A small docx with more entries in it. */
export function sampleDocx(...more: readonly SampleEntry[]): Uint8Array<ArrayBuffer> {
  return sampleZip([docxTypes, words, ...more]);
}

/** A PDF of one empty page with more objects in it. */
export function samplePdf(more = ""): Uint8Array<ArrayBuffer> {
  const objects = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n";
  return bytesOf(`%PDF-1.7\n${objects}${more}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`);
}

/** A PDF whose object stream holds this text. */
export function pdfWithObjectStream(inside: string): Uint8Array<ArrayBuffer> {
  const packed = Buffer.from(deflateSync(Buffer.from(inside, "latin1"))).toString("latin1");
  const dictionary = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>`;
  return latin1Bytes(`%PDF-1.7\n4 0 obj${dictionary}stream\r\n${packed}\r\nendstream endobj\n%%EOF\n`);
}

/** A PNG of this size, with more chunks in it. */
export function samplePng({ width = 1, height = 1, text = "" } = {}): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  viewOf(header).setUint32(0, width);
  viewOf(header).setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = new Uint8Array(deflateSync(new Uint8Array(2)));
  const chunks = [pngChunk("IHDR", header), pngChunk("IDAT", pixels)];
  if (text !== "") chunks.splice(1, 0, pngChunk("tEXt", utf8(`Comment\0${text}`)));
  return concat(latin1Bytes("\x89PNG\r\n\x1a\n"), ...chunks, pngChunk("IEND", new Uint8Array()));
}

function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = concat(new Uint8Array(4), utf8(type), content, new Uint8Array(4));
  viewOf(bytes).setUint32(0, content.length);
  viewOf(bytes).setUint32(bytes.length - 4, crc32(bytes.subarray(4, -4)));
  return bytes;
}

/** A JPEG of this size, in structure only: no reader needs to draw it. */
export function sampleJpeg({ width = 8, height = 8, comment = "" } = {}): Uint8Array<ArrayBuffer> {
  const frame = Uint8Array.of(0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0);
  const scan = Uint8Array.of(0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56);
  const words = utf8(comment);
  const segment = concat(Uint8Array.of(0xff, 0xfe, (words.length + 2) >> 8, (words.length + 2) & 255), words);
  return concat(Uint8Array.of(0xff, 0xd8), segment, frame, scan, Uint8Array.of(0xff, 0xd9));
}

/** An HEIC in structure only. */
export function sampleHeic(): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(0, 0, 0, 20), utf8("ftypheic\0\0\0\0mif1"), Uint8Array.of(0, 0, 0, 12), utf8("mdatabcd"));
}

/** A TIFF of one directory entry. */
export function sampleTiff(): Uint8Array<ArrayBuffer> {
  return concat(utf8("II*\0"), Uint8Array.of(8, 0, 0, 0, 1, 0), new Uint8Array(12), new Uint8Array(4));
}

export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

export function bytesOf(content: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return typeof content === "string" ? utf8(content) : new Uint8Array(content);
}
