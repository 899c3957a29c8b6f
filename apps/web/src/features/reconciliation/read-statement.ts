import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { readCamt053, type Statement } from "@mingbai/iso20022/camt053";
import { type FileFault, isFault } from "@mingbai/iso20022/fault";
import { SignedStatement } from "@mingbai/treasury/views/bank-statement";
import { z } from "zod";

/** As much as the reader of these files takes. */
export const statementBytesMax = 32 * 1024 * 1024;

/** A statement with what the bank signed of it; `signed` is missing where that was not given, or is of another file. */
export interface GivenStatement {
  readonly statement: Statement;
  readonly signed: SignedStatement | undefined;
  /** True where a signature was given and is not of this file. */
  readonly isOther: boolean;
}

export type ReadStatement =
  | { readonly kind: "read"; readonly name: string; readonly given: GivenStatement }
  | { readonly kind: "tooLarge"; readonly name: string; readonly bytes: number }
  | { readonly kind: "fault"; readonly name: string; readonly fault: FileFault };

interface Currency {
  readonly code: string;
  readonly decimals: number;
}

/**
 * A statement from the files that a person chose, the camt.053 file and, if it is there, the bank's signature beside it; or
 * why it is none. No file leaves this browser.
 */
export async function readStatement(files: readonly File[], currency: Currency): Promise<ReadStatement | undefined> {
  const file = files.find(({ name }) => !name.endsWith(".json"));
  if (file === undefined) return undefined;
  const { name, size } = file;
  if (size > statementBytesMax) return { kind: "tooLarge", name, bytes: size };
  const signature = files.find((one) => one !== file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = giveStatement(bytes, { signed: await signature?.text(), currency });
  return "fault" in read ? { kind: "fault", name, fault: read } : { kind: "read", name, given: read };
}

/** The statement in these bytes, with the signature in `signed` where that is of them. */
export function giveStatement(
  bytes: Uint8Array<ArrayBuffer>,
  { signed, currency: { code, decimals } }: { signed: string | undefined; currency: Currency },
): GivenStatement | FileFault {
  const statement = readCamt053(bytes, { currency: code, decimals });
  if (isFault(statement)) return statement;
  const found = signed === undefined ? undefined : findSigned(signed);
  const isOf =
    found !== undefined &&
    found.file === toHex(sha256(bytes)) &&
    found.bankAccount === statement.account &&
    found.day === statement.day &&
    found.closingBalance === statement.closingBalance;
  return { statement, signed: isOf ? found : undefined, isOther: signed !== undefined && !isOf };
}

const Signed = z.object(SignedStatement.shape);

function findSigned(text: string): SignedStatement | undefined {
  try {
    return Signed.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
