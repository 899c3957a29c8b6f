import type { FieldSyntax } from "../language/syntax.ts";
import { isRecord } from "../rule-type.ts";
import { accept } from "./accept.ts";
import { unknownName } from "./build-name.ts";
import type { Built, Run } from "./built.ts";
import { wrongType } from "./fit.ts";
import type { Scope } from "./scope.ts";
import { Stopped } from "./stopped.ts";

/** `of.name`, and `has(of.name)`, which asks whether it is there and never stops for its absence. */
export function buildField({ at, of, name, asks }: FieldSyntax, scope: Scope): Built {
  const group = scope.build(of);
  if (!isRecord(group.type)) throw wrongType(group, { en: "a group of fields", zh: "一组栏目" }, at);
  const path = `${group.path}.${name}`;
  const type = Object.hasOwn(group.type.fields, name) ? group.type.fields[name] : undefined;
  if (type === undefined) throw unknownName(path, at);
  scope.plan.reads.add(path);
  const steps = group.steps + 1;
  if (asks) return { type: "bool", steps, path: "", run: asking(group.run, name) };
  const judge = accept(type, at, path);
  const run: Run = (frame) => {
    const record = group.run(frame);
    return record instanceof Stopped ? record : judge((record as Record<string, unknown>)[name]);
  };
  return { type, steps, path, run };
}

function asking(group: Run, name: string): Run {
  return (frame) => {
    const record = group(frame);
    if (record instanceof Stopped) return record;
    const value = (record as Record<string, unknown>)[name];
    return value !== undefined && value !== null;
  };
}
