import { escapeText } from "./text.ts";

/** What an element holds: its text, or its children in order; undefined children are left out. */
export type Content = string | readonly (Written | undefined)[];

export interface Written {
  readonly name: string;
  readonly attributes: string;
  readonly content: Content;
}

/** An element to write. */
export function element(name: string, content: Content, attributes: Readonly<Record<string, string>> = {}): Written {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
  return { name, attributes: pairs.join(""), content };
}

/** The same, unless there is nothing to say. */
export function optional(name: string, content: string | undefined): Written | undefined {
  return content === undefined ? undefined : element(name, content);
}

/** The file: UTF-8, one element a line, so that people can read it and a fault can name its line. */
export function writeXml(root: Written): Uint8Array<ArrayBuffer> {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, "", lines);
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

function write({ name, attributes, content }: Written, indent: string, lines: string[]): void {
  if (typeof content === "string") {
    lines.push(`${indent}<${name}${attributes}>${escapeText(content)}</${name}>`);
    return;
  }
  lines.push(`${indent}<${name}${attributes}>`);
  for (const child of content) if (child !== undefined) write(child, `${indent} `, lines);
  lines.push(`${indent}</${name}>`);
}
