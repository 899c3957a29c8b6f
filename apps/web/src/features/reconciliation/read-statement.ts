import { readCamt053, type Statement } from "@mingbai/iso20022/camt053";
import { type FileFault, isFault } from "@mingbai/iso20022/fault";

/** As much as the reader of these files takes. */
export const statementBytesMax = 32 * 1024 * 1024;

export type ReadStatement =
  | { readonly kind: "read"; readonly name: string; readonly statement: Statement }
  | { readonly kind: "tooLarge"; readonly name: string; readonly bytes: number }
  | { readonly kind: "fault"; readonly name: string; readonly fault: FileFault };

/** A statement from a file that a person chose, or why it is none. The file does not leave this browser. */
export async function readStatement(
  file: File,
  { code, decimals }: { code: string; decimals: number },
): Promise<ReadStatement> {
  const { name, size } = file;
  if (size > statementBytesMax) return { kind: "tooLarge", name, bytes: size };
  const read = readCamt053(new Uint8Array(await file.arrayBuffer()), { currency: code, decimals });
  return isFault(read) ? { kind: "fault", name, fault: read } : { kind: "read", name, statement: read };
}
