/** The members of clientDataJSON that count here (WebAuthn §5.8.1). */
export interface ClientData {
  readonly type: string;
  readonly challenge: string;
  readonly origin: string;
  readonly crossOrigin: boolean;
}

type Value = string | boolean | number | null | Members;
type Members = ReadonlyMap<string, Value>;

/** The top object and one inside it (an old `tokenBinding`). */
const depthMax = 2;
const digits = /^-?(0|[1-9][0-9]{0,14})/;

/**
 * Reads clientDataJSON by a grammar so narrow that every JSON parser reads the same from what it lets through
 * (docs/spec/signatures.md): printable ASCII only, one object, no key twice in an object, values that are strings,
 * integers of at most 15 digits, true, false, null or one level of objects, no escapes but `\"`, `\\` and `\/`.
 * Undefined for anything else, and where type, challenge or origin is absent or no string.
 */
export function findClientData(bytes: Uint8Array): ClientData | undefined {
  if (!bytes.every((byte) => byte >= 0x20 && byte <= 0x7e)) return undefined;
  const reader = new Reader(String.fromCharCode(...bytes));
  const members = reader.findObject(1);
  if (members === undefined || !reader.isAtEnd()) return undefined;
  const type = members.get("type");
  const challenge = members.get("challenge");
  const origin = members.get("origin");
  const crossOrigin = members.has("crossOrigin") ? members.get("crossOrigin") : false;
  if (typeof type !== "string" || typeof challenge !== "string" || typeof origin !== "string") return undefined;
  return typeof crossOrigin === "boolean" ? { type, challenge, origin, crossOrigin } : undefined;
}

/** Reads from left to right; each `find…` moves past what it found, and undefined ends the reading. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    this.#skipSpaces();
    return this.#at === this.#text.length;
  }

  findObject(depth: number): Members | undefined {
    if (depth > depthMax || !this.#take("{")) return undefined;
    const members = new Map<string, Value>();
    if (this.#take("}")) return members;
    do {
      const key = this.#findString();
      if (key === undefined || members.has(key) || !this.#take(":")) return undefined;
      const value = this.#findValue(depth);
      if (value === undefined) return undefined;
      members.set(key, value);
    } while (this.#take(","));
    return this.#take("}") ? members : undefined;
  }

  #findValue(depth: number): Value | undefined {
    this.#skipSpaces();
    const next = this.#text.charAt(this.#at);
    if (next === '"') return this.#findString();
    if (next === "{") return this.findObject(depth + 1);
    if (this.#take("true")) return true;
    if (this.#take("false")) return false;
    if (this.#take("null")) return null;
    const found = digits.exec(this.#text.slice(this.#at, this.#at + 16))?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return Number(found);
  }

  #findString(): string | undefined {
    if (!this.#take('"')) return undefined;
    let value = "";
    while (this.#at < this.#text.length) {
      let char = this.#text.charAt(this.#at++);
      if (char === '"') return value;
      if (char === "\\") {
        char = this.#text.charAt(this.#at++);
        if (char !== '"' && char !== "\\" && char !== "/") return undefined;
      }
      value += char;
    }
    return undefined;
  }

  #take(token: string): boolean {
    this.#skipSpaces();
    if (!this.#text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #skipSpaces(): void {
    while (this.#text.charAt(this.#at) === " ") this.#at++;
  }
}
