/** Why a file is not read: where, in which field, and in words for whoever sent it. Codes are stable. */
export interface FileFault {
  readonly fault: FaultCode;
  /** From 1. */
  readonly line: number;
  /** Path of element names from the document's root, or "" where the file is no XML. */
  readonly field: string;
  readonly en: string;
  readonly zh: string;
}

export type FaultCode =
  | "NOT_UTF8"
  | "TOO_LARGE"
  | "TOO_DEEP"
  | "TOO_MANY"
  | "DOCTYPE"
  | "NOT_XML"
  | "WRONG_MESSAGE"
  | "MISSING"
  | "TWICE"
  | "VALUE"
  | "SUMS_DIFFER";

/** Ends the reading of a file; `asFault` makes the answer of it. Never leaves this package. */
export class FaultError extends Error {
  readonly found: FileFault;

  constructor(found: FileFault) {
    super(`${found.field} line ${found.line}: ${found.en}`);
    this.found = found;
  }
}

/** What `read` answers, or the fault that ended it. */
export function orFault<Message>(read: () => Message): Message | FileFault {
  try {
    return read();
  } catch (error) {
    if (error instanceof FaultError) return error.found;
    throw error;
  }
}

export function isFault(answer: object): answer is FileFault {
  return "fault" in answer;
}
