/** zlib's own codes, and Node's for more output than was allowed. */
export function isInflateError(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  return error.code.startsWith("Z_") || error.code === "ERR_BUFFER_TOO_LARGE";
}
