import { describe, expect, it } from "vitest";
import { contentRefusals } from "./content-refusals.ts";

describe("refusals of contents, drafts and files", () => {
  it.each(Object.entries(contentRefusals))(
    "%s has a status and both languages, with the same values",
    (_, declared) => {
      expect(declared.status).toBeGreaterThanOrEqual(400);
      expect(declared.zh).toMatch(/\p{Script=Han}/u);
      expect(declared.en).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
      const valuesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
      expect(valuesIn(declared.zh)).toEqual(valuesIn(declared.en));
    },
  );
});
