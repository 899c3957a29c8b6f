import { NotATableError } from "../read/not-a-table-error.ts";

/**
 * Why a workbook was not read. damaged: it is no xlsx, or torn; locked: a password; tooLarge: unpacked it would be larger
 * than any list, or is made to be; noSheet: there is none of that name, or none that is shown.
 */
export type WorkbookFault = "damaged" | "locked" | "tooLarge" | "noSheet";

/** A workbook that was not read, with words for a person at a terminal. */
export class WorkbookError extends NotATableError {
  override name = "WorkbookError";
  readonly fault: WorkbookFault;

  constructor(fault: WorkbookFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
