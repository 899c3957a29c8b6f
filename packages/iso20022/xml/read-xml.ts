import { FaultError } from "../fault.ts";
import type { Element } from "./element.ts";
import { decodeText } from "./text.ts";
import { type Tag, Tokens } from "./tokens.ts";

/** 32 MiB: some 35,000 entries of a statement. */
export const fileBytesMax = 32 * 1024 * 1024;
export const depthMax = 24;
export const elementsMax = 2_000_000;

interface Open extends Omit<Element, "text"> {
  readonly children: Element[];
  readonly qualified: string;
  readonly prefixes: ReadonlyMap<string, string>;
  text: string;
}

/**
 * The root element of a file: XML 1.0 in UTF-8, without anything that these messages do not need. A document type, other
 * processing instructions and entities beside the five of XML are faults, so that no file can name another, grow when
 * it is read, or mean something else elsewhere.
 */
export function readXml(bytes: Uint8Array): Element {
  const tokens = new Tokens(textOf(bytes));
  tokens.skipDeclaration();
  const open: Open[] = [];
  let elements = 0;
  for (;;) {
    const text = tokens.textBeforeTag();
    const parent = open.at(-1);
    if (parent !== undefined) parent.text += text;
    else if (text.trim() !== "") tokens.fail("NOT_XML", notXml);
    const tag = tokens.nextTag();
    if (tag === undefined) return tokens.fail("NOT_XML", { en: "the file ends too early", zh: "文件没有写完" });
    if (tag.kind === "comment") continue;
    if (tag.kind === "text") {
      if (parent === undefined) return tokens.fail("NOT_XML", notXml);
      parent.text += tag.text;
    } else if (tag.kind === "end") {
      const closed = close(tokens, open, tag.name);
      if (open.length === 0) return endOfFile(tokens, closed);
    } else {
      if (++elements > elementsMax) tokens.fail("TOO_MANY", { en: "has too many elements", zh: "元素太多" });
      open.push(opened(tokens, tag, parent));
      if (open.length > depthMax) tokens.fail("TOO_DEEP", { en: "is nested too deep", zh: "嵌套太深" });
      if (tag.isEmpty) {
        const closed = close(tokens, open, tag.name);
        if (open.length === 0) return endOfFile(tokens, closed);
      }
    }
  }
}

const notXml = { en: "is not well-formed XML here", zh: "这里不是合格的 XML" };

function textOf(bytes: Uint8Array): string {
  const at = { line: 1, field: "" };
  if (bytes.length > fileBytesMax) {
    const mib = fileBytesMax / 1024 / 1024;
    const words = { en: `is larger than ${mib} MiB`, zh: `超过 ${mib} MiB` };
    throw new FaultError({ fault: "TOO_LARGE", ...at, ...words });
  }
  const text = decodeText(bytes);
  if (text !== undefined) return text;
  throw new FaultError({ fault: "NOT_UTF8", ...at, en: "is not UTF-8", zh: "不是 UTF-8" });
}

function opened(tokens: Tokens, tag: Tag, parent: Open | undefined): Open {
  const prefixes = prefixesOf(tag, parent?.prefixes);
  const [prefix, name] = splitName(tag.name);
  const namespace = prefixes.get(prefix);
  if (namespace === undefined && prefix !== "") {
    return tokens.fail("NOT_XML", { en: `the prefix ${prefix} is not declared`, zh: `前缀 ${prefix} 没有声明` });
  }
  return {
    name,
    qualified: tag.name,
    namespace: namespace ?? "",
    line: tokens.line,
    path: parent === undefined ? name : `${parent.path}/${name}`,
    attributes: tag.attributes,
    children: [],
    prefixes,
    text: "",
  };
}

function prefixesOf({ attributes }: Tag, outer: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  let inner: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    inner ??= new Map(outer);
    inner.set(name.slice("xmlns:".length), value);
  }
  return inner ?? outer ?? new Map();
}

function splitName(qualified: string): [prefix: string, name: string] {
  const at = qualified.indexOf(":");
  return at < 0 ? ["", qualified] : [qualified.slice(0, at), qualified.slice(at + 1)];
}

function close(tokens: Tokens, open: Open[], name: string): Element {
  const { prefixes: _scope, qualified, ...element } = open.pop() ?? tokens.fail("NOT_XML", notXml);
  if (qualified !== name) {
    const words = { en: `${name} closes ${qualified}`, zh: `${name} 和 ${qualified} 对不上` };
    return tokens.fail("NOT_XML", words);
  }
  const closed: Element = { ...element, text: element.text.trim() };
  open.at(-1)?.children.push(closed);
  return closed;
}

/** The root, after which only comments and white space may follow. */
function endOfFile(tokens: Tokens, root: Element): Element {
  for (;;) {
    if (tokens.textBeforeTag().trim() !== "") return tokens.fail("NOT_XML", notXml);
    const next = tokens.nextTag();
    if (next === undefined) return root;
    if (next.kind !== "comment") return tokens.fail("NOT_XML", notXml);
  }
}
