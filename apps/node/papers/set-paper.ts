import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Paper } from "./paper.ts";

const template = readFileSync(join(import.meta.dirname, "paper.typ"), "utf8");
/** Results that were not used for so many papers are let go, or memory would grow with every paper. */
const rememberedPapersMax = 2;

/** Halves of surrogate pairs are no JSON for everybody. */
const whole = (_key: string, value: unknown): unknown => (typeof value === "string" ? value.toWellFormed() : value);

/** A paper as PDF. Throws where a paper cannot be set, which is a fault of the template: no words of a paper can cause it. */
export function setPaper(typst: NodeCompiler, paper: Paper): { pdf: Uint8Array; pages: number } {
  const compiled = typst.compile({ mainFileContent: template, inputs: { paper: JSON.stringify(paper, whole) } });
  const document = compiled.result;
  if (document === null) {
    const words = JSON.stringify(compiled.takeError()?.shortDiagnostics ?? "unknown");
    throw new Error(`the paper cannot be set: ${words}`);
  }
  const pdf = typst.pdf(document);
  typst.evictCache(rememberedPapersMax);
  return { pdf, pages: document.numOfPages };
}
