import { digestSpellings, spellings } from "../test-canaries.ts";

/** Shorter ones stand in random bytes by chance: of 7 bytes one in 7 × 10^16 places begins them. */
const needleBytesMin = 7;
const prefixBytes = 6;
const filterBits = 27;

interface Needle {
  readonly bytes: Buffer;
  readonly text: string;
}

/**
 * Very many texts, looked for at once in every spelling. A place where some spelling could begin is known by a filter over six
 * bytes; only there it is compared. 10,000 people in a million spellings cost one pass over the bytes.
 */
export class Needles {
  readonly #byPrefix = new Map<number, Needle[]>();
  readonly #filter = new Uint8Array(2 ** (filterBits - 3));
  #count = 0;

  constructor(texts: Iterable<string>) {
    for (const text of texts)
      for (const bytes of [...spellings(text), ...digestSpellings(text)]) this.#add({ bytes, text });
  }

  /** Spellings that are looked for. */
  get count(): number {
    return this.#count;
  }

  /** The texts that stand in these bytes in some spelling. */
  findIn(content: Buffer): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at + prefixBytes <= content.length; at++) {
      const place = placeOf(content, at);
      if (((this.#filter[place >>> 3] ?? 0) & (1 << (place & 7))) === 0) continue;
      for (const { bytes, text } of this.#byPrefix.get(prefixOf(content, at)) ?? [])
        if (content.subarray(at, at + bytes.length).equals(bytes)) found.add(text);
    }
    return found;
  }

  /** Which text stands in which of these files, the file's own name included. */
  inFiles(files: ReadonlyMap<string, Buffer>): string[] {
    return [...files].flatMap(([path, content]) =>
      [...this.findIn(Buffer.concat([Buffer.from(`${path}\n`), content]))].map((text) => `${text} in ${path}`),
    );
  }

  #add(needle: Needle): void {
    if (needle.bytes.length < needleBytesMin) return;
    const prefix = prefixOf(needle.bytes, 0);
    const others = this.#byPrefix.get(prefix);
    if (others === undefined) this.#byPrefix.set(prefix, [needle]);
    else others.push(needle);
    const place = placeOf(needle.bytes, 0);
    this.#filter[place >>> 3] = (this.#filter[place >>> 3] ?? 0) | (1 << (place & 7));
    this.#count++;
  }
}

/** PERF: for every byte of every file; numbers, no views and no texts. */
function placeOf(bytes: Buffer, at: number): number {
  const low = wordAt(bytes, at);
  const high = (bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8);
  return (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - filterBits);
}

function prefixOf(bytes: Buffer, at: number): number {
  return (wordAt(bytes, at) >>> 0) * 65_536 + ((bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8));
}

function wordAt(bytes: Buffer, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  return low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
