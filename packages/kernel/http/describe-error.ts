/** What a log line says of an error: name, code and place. */
export type DescribedError = {
  readonly type: string;
  readonly message: string;
  /** Empty where it has none. */
  readonly code: string;
  readonly stack: string;
};

/** Describes an error for the log. The database's own words may quote what was asked, so of those only the code is told. */
export function describeError(error: Error): DescribedError {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const places = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return {
    type: error.name,
    message: "severity" in error ? "the database refused a statement" : error.message,
    code,
    stack: places.join("\n"),
  };
}
