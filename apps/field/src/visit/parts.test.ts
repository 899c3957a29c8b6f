import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import { withOrder } from "@mingbai/registry/content/form/testing/change-form";
import { afterEach, describe, expect, it } from "vitest";
import { putInForce } from "./form.ts";
import { questionParts } from "./parts.ts";

afterEach(() => putInForce(countyForm));

describe("the screens of a form on the phone", () => {
  it("come in the order of the form in force, and so do their questions", () => {
    const before = questionParts("household", fieldClasses);
    const reversed = (ids: readonly string[]) => ids.toReversed();
    putInForce(withOrder(withOrder(countyForm, { ids: reversed }), { section: "house", ids: reversed }));
    const after = questionParts("household", fieldClasses);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id).toReversed());
    const house = (parts: typeof before) => parts.find(({ id }) => id === "house")?.fields.map(({ id }) => id);
    expect(house(after)).toEqual(house(before)?.toReversed());
  });
});
