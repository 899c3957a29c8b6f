import { type FaultCode, FaultError } from "../fault.ts";
import type { Words } from "./element.ts";
import { resolveReferences } from "./text.ts";

export const attributesMax = 8;

/** What comes next in the text: a start, an end, text that was marked as such, or a comment. */
export interface Tag {
  readonly kind: "start";
  /** With its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
}
type Token =
  | Tag
  | { readonly kind: "end"; readonly name: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "comment" };

const name = "[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?";
const declaration =
  /^<\?xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["'](?:utf-8|UTF-8)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/;
const startTag = new RegExp(`<(${name})`, "y");
const endTag = new RegExp(`</(${name})\\s*>`, "y");
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "y");
const tagEnd = /\s*(\/?)>/y;
const none: ReadonlyMap<string, string> = new Map();

/** Reads a text from its beginning, tag by tag, and knows the line it is at. */
export class Tokens {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #countedTo = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The line of what was read last, from 1. */
  get line(): number {
    for (let at = this.#text.indexOf("\n", this.#countedTo); at >= 0 && at < this.#at; ) {
      this.#line++;
      this.#countedTo = at + 1;
      at = this.#text.indexOf("\n", this.#countedTo);
    }
    return this.#line;
  }

  fail(fault: FaultCode, words: Words): never {
    throw new FaultError({ fault, line: this.line, field: "", ...words });
  }

  skipDeclaration(): void {
    const found = declaration.exec(this.#text);
    if (found !== null) this.#at = found[0].length;
    else if (this.#text.startsWith("<?xml")) {
      this.fail("NOT_UTF8", { en: "declares something else than XML 1.0 in UTF-8", zh: "声明的不是 UTF-8 的 XML 1.0" });
    }
  }

  /** The text up to the next tag, with its references resolved. */
  textBeforeTag(): string {
    const end = this.#text.indexOf("<", this.#at);
    const raw = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at += raw.length;
    return this.#resolved(raw);
  }

  /** What comes next; undefined at the end of the text. */
  nextTag(): Token | undefined {
    const text = this.#text;
    if (this.#at >= text.length) return undefined;
    if (text.startsWith("<!--", this.#at)) return this.#comment();
    if (text.startsWith("<![CDATA[", this.#at)) return this.#marked();
    if (text.startsWith("<!", this.#at)) {
      return this.fail("DOCTYPE", {
        en: "has a document type or a declaration, which is not read",
        zh: "带有文档类型或声明，不予读取",
      });
    }
    if (text.startsWith("<?", this.#at)) {
      return this.fail("DOCTYPE", {
        en: "has a processing instruction, which is not read",
        zh: "带有处理指令，不予读取",
      });
    }
    const end = this.#match(endTag);
    if (end !== undefined) return { kind: "end", name: end[1] ?? "" };
    return this.#start();
  }

  #start(): Token {
    const start = this.#match(startTag);
    if (start === undefined) return this.#broken();
    let attributes: Map<string, string> | undefined;
    for (let found = this.#match(attribute); found !== undefined; found = this.#match(attribute)) {
      const [, key = "", double, single] = found;
      attributes ??= new Map();
      if (attributes.has(key) || attributes.size === attributesMax) return this.#broken();
      attributes.set(key, this.#resolved(double ?? single ?? ""));
    }
    const end = this.#match(tagEnd);
    if (end === undefined) return this.#broken();
    return { kind: "start", name: start[1] ?? "", attributes: attributes ?? none, isEmpty: end[1] === "/" };
  }

  #comment(): Token {
    const end = this.#text.indexOf("--", this.#at + 4);
    if (end < 0 || this.#text[end + 2] !== ">") return this.#broken();
    this.#at = end + 3;
    return { kind: "comment" };
  }

  #marked(): Token {
    const from = this.#at + "<![CDATA[".length;
    const end = this.#text.indexOf("]]>", from);
    if (end < 0) return this.#broken();
    this.#at = end + 3;
    return { kind: "text", text: this.#text.slice(from, end) };
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  #resolved(raw: string): string {
    return (
      resolveReferences(raw) ??
      this.fail("NOT_XML", { en: "names an entity that XML does not have", zh: "用了 XML 没有的实体" })
    );
  }

  #broken(): never {
    return this.fail("NOT_XML", { en: "is not well-formed XML here", zh: "这里不是合格的 XML" });
  }
}
