/** What one check of the machine found. */
export interface Finding {
  readonly level: "ok" | "warn" | "bad";
  readonly what: string;
  /** What to do; empty where nothing is needed. */
  readonly advice: string;
}

export function ok(what: string): Finding {
  return { level: "ok", what, advice: "" };
}

export function warn(what: string, advice: string): Finding {
  return { level: "warn", what, advice };
}

export function bad(what: string, advice: string): Finding {
  return { level: "bad", what, advice };
}
