/**
 * Why a log does not do what it is asked.
 * LOG_FULL: no space for a new segment; the refused records are not in the log, `resume` tries again.
 * LOG_BROKEN: a write or sync failed; what was not acknowledged may or may not be on the disk. Restart the process.
 * LOG_BEHIND: more is waiting to be written than the limit. LOG_CLOSED: the log was closed.
 * LOG_DAMAGED: what is on the disk is not what was written.
 */
export type LogErrorCode = "LOG_FULL" | "LOG_BROKEN" | "LOG_BEHIND" | "LOG_CLOSED" | "LOG_DAMAGED";

/** A log's refusal, with its code. */
export class LogError extends Error {
  override readonly name: string = "LogError";
  readonly code: LogErrorCode;

  constructor(code: LogErrorCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}

/** A place where the disk holds something else than was written: byte offset in the file, and what is wrong there. */
export interface Damage {
  readonly file: string;
  readonly offset: number;
  readonly reason: string;
}

/** Damage that keeps a log from opening or a record from being read. */
export class LogDamaged extends LogError {
  override readonly name = "LogDamaged";
  readonly damage: Damage;

  constructor(damage: Damage) {
    const advice =
      "No record was changed. Get it back from the other members (mingbai node replace --lost ledger) or from a backup (mingbai restore)";
    super("LOG_DAMAGED", `${damage.file} at byte ${damage.offset}: ${damage.reason}. ${advice}`);
    this.damage = damage;
  }
}
