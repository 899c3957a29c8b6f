import type { ConstantSyntax } from "../language/syntax.ts";
import { type Built, computed } from "./built.ts";

export function buildConstant({ value }: ConstantSyntax): Built {
  const run = () => value;
  if (typeof value === "string") return { ...computed("string", 1, run), literal: value };
  return computed(typeof value === "number" ? "int" : "bool", 1, run);
}
