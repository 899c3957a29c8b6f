import { elementBytes, isElement } from "../suite.ts";

/** The elements that stand in `bytes` one after another, as views; undefined unless each is a canonical one. */
export function decodeElements(bytes: Uint8Array): Uint8Array[] | undefined {
  const elements: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += elementBytes) {
    const element = bytes.subarray(at, at + elementBytes);
    if (!isElement(element)) return undefined;
    elements.push(element);
  }
  return elements;
}
