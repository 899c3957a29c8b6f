/** A call that must not stand in some folders, and what to use instead. `pattern` is sought in code only. */
export type Ban = { name: string; pattern: RegExp; instead: string };

/**
 * Files whose answers must be the same bytes on every machine: the ledger, what domains execute, and the formats.
 * Tests are free, and so are the files that draw keys or hold the Node half of a package import.
 */
export const deterministicFiles =
  /^packages\/(kernel\/(ledger|codec)\/|domains\/[\w-]+\/(commands\/|state\/|money\/|reads\b|schema\b))/;

/** Banned in `deterministicFiles`. */
export const deterministicBans: readonly Ban[] = [
  { name: "Date", pattern: /\bDate\b/g, instead: "block time, which is an argument" },
  { name: "performance", pattern: /\bperformance\./g, instead: "nothing: execution does not time itself" },
  {
    name: "random numbers",
    pattern: /\bMath\.random\b|\bgetRandomValues\b|\brandom(UUID|Bytes|Int)\b/g,
    instead: "a number that the signer put into the body, or a digest of the block",
  },
  {
    name: "inexact mathematics",
    pattern:
      /\bMath\.(sin|cos|tan|a?sinh?|a?cosh?|a?tanh?|atan2|exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot|fround)\b/g,
    instead: "integers: engines round these differently",
  },
  {
    name: "locale",
    pattern: /\bIntl\b|\btoLocale\w*\b|\blocaleCompare\b/g,
    instead: "comparison by < on strings or by bytes; wording belongs to the pages",
  },
  {
    name: "Unicode tables",
    pattern: /\.normalize\(/g,
    instead: "the text as signed: the tables differ between versions of Node; refuse or normalise before signing",
  },
  { name: "parseFloat", pattern: /\bparseFloat\b/g, instead: "the decoders of @mingbai/codec, which refuse fractions" },
  { name: "fractions", pattern: /(?<![\w.])\d+\.\d/g, instead: "integers (fen, basis points)" },
  { name: "process", pattern: /\bprocess\./g, instead: "an argument: the environment is not part of the ledger" },
  {
    name: "waiting and network",
    pattern: /\b(setTimeout|setInterval|setImmediate|queueMicrotask|fetch)\s*\(/g,
    instead: "nothing: execution is one synchronous step",
  },
  { name: "await", pattern: /\bawait\b/g, instead: "a synchronous function: execution is one step" },
  {
    name: "for…in",
    pattern: /\bfor\s*\(\s*(const|let|var)\s+\w+\s+in\b/g,
    instead: "for…of over a Table or sorted keys: the order of an object's keys is no order of the ledger",
  },
  {
    name: "weak references",
    pattern: /\bWeakRef\b|\bFinalizationRegistry\b/g,
    instead: "nothing: collection has no order",
  },
];

/** Banned in all product code. */
export const everywhereBans: readonly Ban[] = [
  { name: "eval", pattern: /\beval\s*\(|\bnew Function\s*\(/g, instead: "a function" },
  { name: "debugger", pattern: /\bdebugger\b/g, instead: "a test" },
  { name: "require", pattern: /(?<![\w.])require\s*\(/g, instead: "import" },
];

/** Files that also run in a browser, so that they import no `node:` module, directly or through others. */
export const browserFiles =
  /^packages\/(sdk\/|tabular\/|kernel\/codec\/|domains\/[\w-]+\/(schema|views)\b)|^apps\/(web|portal|field)\/src\//;

/** The Node halves of conditional package imports (`#sha256`), and workers' entries, are named so. */
export const nodeOnlyFile = /(\.node\.ts|\.test\.tsx?|(^|\/)node-[\w-]+\.ts|vite\.config\.ts)$|\/node\//;
