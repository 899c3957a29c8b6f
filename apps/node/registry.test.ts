import { describe, expect, it } from "vitest";
import { z } from "zod";
import { registry } from "./registry.ts";

const placeholder = /\{(\w+)(?::money)?\}/g;

function fieldsNamed(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = ""]) => name).sort();
}

describe("the audit text of every command", () => {
  it.each([...registry.commands.values()])("names only fields of its input, in both languages: $name", (command) => {
    const { properties = {} } = z.toJSONSchema(command.schema);
    const named = fieldsNamed(command.audit.en);
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(named));
    expect(fieldsNamed(command.audit.zh)).toEqual(named);
    expect(command.audit.en.replaceAll(placeholder, "") + command.audit.zh.replaceAll(placeholder, "")).not.toMatch(
      /[{}]/,
    );
  });
});
