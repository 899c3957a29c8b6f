import { describe, expect, it } from "vitest";
import { newDraft } from "./new-draft.ts";
import { withText } from "./with-text.ts";

const household = "00000000000000a0";

describe("what is typed into a form", () => {
  const draft = newDraft(household, "zh");
  const [head] = draft.people;
  const subject = head?.person ?? "";
  const typed = (field: string, text: string) => withText(draft, { subject, field, text, language: "zh" }).people?.[0];

  it("stands in its field, of the household or of a person", () => {
    const part = withText(draft, { subject: household, field: "team", text: "3 组", language: "zh" });
    expect(part).toEqual({ texts: { team: "3 组" } });
    expect(typed("name", "何树生")?.texts).toEqual({ relation: "户主", name: "何树生" });
  });

  it("fills in birth and sex from a whole identity number, and from no part of one", () => {
    expect(typed("identityNumber", "339901195902080437")?.texts).toMatchObject({ birth: "1959-02-08", sex: "男" });
    expect(typed("identityNumber", "33990119590208")?.texts).not.toHaveProperty("birth");
  });
});
