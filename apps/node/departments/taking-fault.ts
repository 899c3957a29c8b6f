/** Why a department's facts could not be taken: codes that name nobody. */
export const takingFaults = [
  "NOT_REACHED",
  "BUSY",
  "NOT_ALLOWED",
  "NOT_UNDERSTOOD",
  "REFUSED",
  "BUDGET_USED",
  "ANSWER_UNSIGNED",
  "ANSWER_OTHER",
  "ANSWER_TOO_LARGE",
  "SFTP_NOT_HERE",
  "FILE_TOO_LARGE",
  "NOT_A_TABLE",
  "NO_FACTS",
] as const;
export type TakingFaultCode = (typeof takingFaults)[number];

/** Taking a source's facts ended here; what came before is kept, and the next time goes on from it. */
export class TakingFault extends Error {
  readonly code: TakingFaultCode;
  /** The department's own code, where it gave one. */
  readonly told: string | undefined;
  readonly mayPass: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: TakingFaultCode,
    {
      told,
      mayPass = false,
      retryAfterMs,
      cause,
    }: { told?: string | undefined; mayPass?: boolean; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(told === undefined ? code : `${code}: ${told}`, { cause });
    this.code = code;
    this.told = told;
    this.mayPass = mayPass;
    this.retryAfterMs = retryAfterMs;
  }
}
