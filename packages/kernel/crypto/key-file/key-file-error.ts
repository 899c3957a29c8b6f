/** Why a key file or a passphrase cannot be used; an operator reads the message, a program the code. */
export type KeyFileErrorCode =
  | "ABSENT"
  | "EXISTS"
  | "READABLE_BY_OTHERS"
  | "MALFORMED"
  | "PASSPHRASE_WRONG"
  | "PASSPHRASE_MISSING"
  | "PASSPHRASE_UNUSABLE";

/** An operator's error: nothing is wrong with the program, and the message says what to do. */
export class KeyFileError extends Error {
  readonly code: KeyFileErrorCode;

  constructor(code: KeyFileErrorCode, message: string) {
    super(message);
    this.name = "KeyFileError";
    this.code = code;
  }
}
