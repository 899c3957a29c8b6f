import { allOf, type Element, failAt, get } from "../xml/element.ts";
import { readXml } from "../xml/read-xml.ts";
import { element, type Written } from "../xml/write-xml.ts";

/** The published schemas whose rules are kept here, by their namespaces. */
export const namespaces = {
  pain001: "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09",
  pain002: "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10",
  camt053: "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08",
} as const;

/** The message of a file: `Document` of this namespace and its one child. */
export function readMessage(bytes: Uint8Array, of: { namespace: string; message: string }): Element {
  const root = readXml(bytes);
  if (root.name !== "Document" || root.namespace !== of.namespace) {
    const found = root.namespace === "" ? root.name : root.namespace.slice(0, 80);
    const words = { en: `is ${found}; expected ${of.namespace}`, zh: `是 ${found}，应是 ${of.namespace}` };
    return failAt(root, "WRONG_MESSAGE", words);
  }
  return get(root, of.message);
}

export function documentOf(namespace: string, message: Written): Written {
  return element("Document", [message], { xmlns: namespace });
}

/** All elements of this name, at least one and at most `countMax`. */
export function readList(parent: Element, name: string, countMax: number): readonly Element[] {
  const found = allOf(parent, name);
  const [first] = found;
  if (first === undefined) get(parent, name);
  if (first !== undefined && found.length > countMax) {
    failAt(first, "TOO_MANY", { en: `stands here more than ${countMax} times`, zh: `超过 ${countMax} 个` });
  }
  return found;
}

/** ISODateTime, to the second, in UTC. */
export function formatDateTime(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}
