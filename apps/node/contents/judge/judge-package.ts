import { beginsWith } from "./find-bytes.ts";
import { Fault, type Judgement } from "./judgement.ts";
import { keptBytesMax, unpackEntry } from "./unpack-entry.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

const unpackedBytesMax = 256 * 1024 * 1024;
/** Texts of Office documents shrink to a twentieth; what shrinks more, and is large, is made to fill a disk. */
const ratioMax = 200;
const ratioFromBytes = 1024 * 1024;

const contentTypes = "[Content_Types].xml";
const office = "application/vnd.openxmlformats-officedocument.";
/** Content types of the main parts that are taken (ECMA-376-1, 11.3.10, 12.3.23, 13.3.6), and what such a file is called. */
const mainParts: readonly (readonly [part: string, type: string])[] = [
  ["wordprocessingml.document.main+xml", `${office}wordprocessingml.document`],
  ["spreadsheetml.sheet.main+xml", `${office}spreadsheetml.sheet`],
  ["presentationml.presentation.main+xml", `${office}presentationml.presentation`],
];
const ofdRoot = "OFD.xml";

const macroNames = /vbaProject|vbaData|(^|\/)activeX|macrosheets\//i;
const macroTypes = /macro|vba|activeX/i;
const nested = [
  "PK\x03\x04",
  "PK\x05\x06",
  "Rar!",
  "7z\xbc\xaf",
  "\x1f\x8b",
  "BZh",
  "\xfd7zXZ",
  "\x28\xb5\x2f\xfd",
  "MSCF",
];
const programs = ["MZ", "\x7fELF", "#!"];
const oleBeginning = "\xd0\xcf\x11\xe0";

/** An Office document (docx, xlsx, pptx) or an OFD invoice. Other zips are refused, and so is what hides in these. */
export async function judgePackage(bytes: Uint8Array): Promise<Judgement> {
  const entries = readZipDirectory(bytes);
  checkDeclared(entries);
  let types: string | undefined;
  let reachesOut = false;
  for (const entry of entries) {
    const begun = await unpackEntry(entry);
    checkBeginning(begun);
    if (entry.name === contentTypes) types = xmlOf(begun, entry);
    if (entry.name.endsWith(".rels")) reachesOut ||= linksOutside(xmlOf(begun, entry));
  }
  if (types !== undefined) return { type: officeType(types), untrusted: reachesOut };
  if (entries.some(({ name }) => name === ofdRoot)) return { type: "application/ofd", untrusted: true };
  throw new Fault("FILE_ARCHIVE");
}

/** Looks at names and sizes before anything is unpacked. */
function checkDeclared(entries: readonly ZipEntry[]): void {
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  const isBomb = ({ unpackedBytes, data }: ZipEntry): boolean =>
    unpackedBytes > ratioFromBytes && unpackedBytes > ratioMax * data.length;
  if (unpacked > unpackedBytesMax || entries.some(isBomb)) throw new Fault("FILE_BOMB");
  if (entries.some(({ name }) => macroNames.test(name))) throw new Fault("FILE_MACROS");
}

function checkBeginning(begun: Buffer): void {
  const begins = (start: string): boolean => beginsWith(begun, start);
  if (nested.some(begins) || begins(oleBeginning) || beginsWith(begun, "ustar", 257)) throw new Fault("FILE_NESTED");
  if (programs.some(begins)) throw new Fault("FILE_PROGRAM");
}

/** Text of a part that decides; whole, in UTF-8, without entities, so that what is read here is what Office reads. */
function xmlOf(begun: Buffer, { unpackedBytes }: ZipEntry): string {
  if (unpackedBytes > keptBytesMax) throw new Fault("FILE_BOMB");
  const text = begun.toString("utf8").replace(/^\ufeff/, "");
  if (!text.startsWith("<") || /<!DOCTYPE|<!ENTITY/i.test(text)) throw new Fault("FILE_DAMAGED");
  return text;
}

function officeType(types: string): string {
  if (types.includes("&")) throw new Fault("FILE_DAMAGED");
  if (macroTypes.test(types)) throw new Fault("FILE_MACROS");
  const found = mainParts.filter(
    ([part]) => types.includes(`"${office}${part}"`) || types.includes(`'${office}${part}'`),
  );
  const [first] = found;
  if (first === undefined) throw new Fault("FILE_ARCHIVE");
  if (found.length > 1) throw new Fault("FILE_TWO_KINDS");
  return first[1];
}

/** True where opening the document would fetch something: templates, frames, linked objects. Links to click are none. */
function linksOutside(relations: string): boolean {
  const relation = /<[\w:]*Relationship\s[^<>]*>/g;
  return [...relations.matchAll(relation)].some(([one]) => /External|&#/i.test(one) && !/\/hyperlink["']/.test(one));
}
