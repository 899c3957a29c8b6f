import { type FaultCode, FaultError } from "../fault.ts";

/** An element as it was read. Names are without their prefix; the namespace is what the prefix stands for. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
  /** Names from the root, with `/` between. */
  readonly path: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Text directly inside, without white space at the ends. */
  readonly text: string;
}

export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** Ends the reading with a fault at this element. */
export function failAt(element: Pick<Element, "line" | "path">, code: FaultCode, words: Words): never {
  throw new FaultError({ fault: code, line: element.line, field: element.path, ...words });
}

export function allOf(parent: Element, name: string): readonly Element[] {
  return parent.children.filter((child) => child.name === name);
}

/** The element at a path of names below `parent`, or undefined; a fault where one stands there twice. */
export function find(parent: Element, path: string): Element | undefined {
  let at: Element | undefined = parent;
  for (const name of path.split("/")) {
    if (at === undefined) return undefined;
    const [first, second]: readonly Element[] = allOf(at, name);
    if (second !== undefined) {
      return failAt(second, "TWICE", { en: "stands here twice; once is allowed", zh: "出现了两次，只能有一个" });
    }
    at = first;
  }
  return at;
}

/** The same where it has to be. */
export function get(parent: Element, path: string): Element {
  const found = find(parent, path);
  if (found !== undefined) return found;
  const at = { line: parent.line, path: `${parent.path}/${path}` };
  return failAt(at, "MISSING", { en: "is missing", zh: "缺少" });
}
