import { bufferOf } from "./find-bytes.ts";
import { Fault, type Judgement } from "./judgement.ts";

/** Streams in which a document under a password stands in an OLE file ([MS-OFFCRYPTO] 2.3), in UTF-16. */
const encrypted = Buffer.from("EncryptedPackage", "utf16le");

/** Old Office formats may hold macros that nobody sees; the same shell holds documents under a password. */
export function judgeOle(bytes: Uint8Array): Judgement {
  throw new Fault(bufferOf(bytes).includes(encrypted) ? "FILE_ENCRYPTED" : "FILE_OLD_OFFICE");
}
