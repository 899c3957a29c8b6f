import { beginsWith, endsAsZip, holdsPdfHeader } from "./find-bytes.ts";
import { judgeHeic } from "./judge-heic.ts";
import { judgeJpeg } from "./judge-jpeg.ts";
import { judgeOle } from "./judge-ole.ts";
import { judgePackage } from "./judge-package.ts";
import { judgePdf } from "./judge-pdf.ts";
import { judgePng } from "./judge-png.ts";
import { judgeText } from "./judge-text.ts";
import { judgeTiff } from "./judge-tiff.ts";
import { Fault, type FileFault, type Judgement } from "./judgement.ts";

type Judge = (bytes: Uint8Array) => Judgement | Promise<Judgement>;

/** By the bytes at the beginning, or at `at`. Names and what the sender says count for nothing. */
const beginnings: readonly { start: string; at?: number; judge: Judge }[] = [
  { start: "%PDF-", judge: judgePdf },
  { start: "\x89PNG\r\n\x1a\n", judge: judgePng },
  { start: "\xff\xd8\xff", judge: judgeJpeg },
  { start: "II*\0", judge: judgeTiff },
  { start: "MM\0*", judge: judgeTiff },
  { start: "ftyp", at: 4, judge: judgeHeic },
  { start: "PK\x03\x04", judge: judgePackage },
  { start: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", judge: judgeOle },
  { start: "{\\rtf", judge: refusedAs("FILE_OLD_OFFICE") },
  { start: "PK", judge: refusedAs("FILE_ARCHIVE") },
  { start: "Rar!", judge: refusedAs("FILE_ARCHIVE") },
  { start: "7z\xbc\xaf\x27\x1c", judge: refusedAs("FILE_ARCHIVE") },
  { start: "\x1f\x8b", judge: refusedAs("FILE_ARCHIVE") },
  { start: "BZh", judge: refusedAs("FILE_ARCHIVE") },
  { start: "\xfd7zXZ\0", judge: refusedAs("FILE_ARCHIVE") },
  { start: "\x28\xb5\x2f\xfd", judge: refusedAs("FILE_ARCHIVE") },
  { start: "MSCF", judge: refusedAs("FILE_ARCHIVE") },
  { start: "ustar", at: 257, judge: refusedAs("FILE_ARCHIVE") },
  { start: "MZ", judge: judgeProgramOrText },
  { start: "\x7fELF", judge: refusedAs("FILE_PROGRAM") },
  { start: "\xca\xfe\xba\xbe", judge: refusedAs("FILE_PROGRAM") },
  { start: "\xcf\xfa\xed\xfe", judge: refusedAs("FILE_PROGRAM") },
  { start: "%!PS", judge: refusedAs("FILE_PROGRAM") },
  { start: "#!", judge: refusedAs("FILE_PROGRAM") },
];

/** What the file is, or why it is not kept. Bounded in work by the limits of each judge. */
export async function judgeFile(bytes: Uint8Array): Promise<Judgement> {
  if (bytes.length === 0) return { refused: "FILE_EMPTY" };
  const found = beginnings.find(({ start, at }) => beginsWith(bytes, start, at));
  const judge = found?.judge ?? judgeText;
  try {
    if (!beginsWith(bytes, "PK") && endsAsZip(bytes)) throw new Fault("FILE_TWO_KINDS");
    if (judge !== judgePdf && holdsPdfHeader(bytes)) throw new Fault("FILE_TWO_KINDS");
    return await judge(bytes);
  } catch (error) {
    if (error instanceof Fault) return { refused: error.code };
    // Reading beyond the end of a view: the file's own lengths are wrong.
    if (error instanceof RangeError) return { refused: "FILE_DAMAGED" };
    throw error;
  }
}

function refusedAs(code: FileFault): Judge {
  return () => {
    throw new Fault(code);
  };
}

/** "MZ" begins Windows programs, and may begin a text. */
function judgeProgramOrText(bytes: Uint8Array): Judgement {
  if (bytes.includes(0)) throw new Fault("FILE_PROGRAM");
  return judgeText(bytes);
}
