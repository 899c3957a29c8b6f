import { describe, expect, it } from "vitest";
import { fieldsMax, textCharsMax } from "../form/definition.ts";
import { findPart } from "./find-part.ts";
import { SubjectPart } from "./part.ts";
import { listItemsMax } from "./value.ts";

const plain = { kind: "part", form: 1, reason: "import", sets: { name: { to: "钟开泰" }, age: { to: 60 } } };
const setting = (to: unknown) => ({ ...plain, sets: { one: { to } } });
const fields = (count: number) => ({
  ...plain,
  sets: Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, { to: at }])),
});

describe("a kept content as a part", () => {
  it.each<[string, unknown]>([
    ["of a list", plain],
    ["without fields", { ...plain, sets: {} }],
    ["with truth", setting(false)],
    ["with a list", setting(["01", 2])],
    ["with the longest text", setting("长".repeat(textCharsMax))],
    ["with the longest list", setting(Array.from({ length: listItemsMax }, () => 1))],
    ["with as many fields as there may be", fields(fieldsMax)],
    ["that changes", { ...plain, sets: { one: { from: 1, to: 2 } } }],
    ["that empties", { ...plain, sets: { one: { from: 1 } } }],
    ["with words", { ...plain, words: "走访", device: "a", madeMs: 1, decides: ["one"] }],
    ["that says where from", { ...plain, basis: { name: "told" } }],
    ["of a text that is too long", setting("长".repeat(textCharsMax + 1))],
    ["of a list that is too long", setting(Array.from({ length: listItemsMax + 1 }, () => 1))],
    ["of too many fields", fields(fieldsMax + 1)],
    ["of a fraction", setting(0.5)],
    ["of a number that is too large", setting(2 ** 53)],
    ["of a list in a list", setting([["01"]])],
    ["of an object", setting({})],
    ["of null", setting(null)],
    ["that changes nothing", { ...plain, sets: { one: {} } }],
    ["of a field that is none", { ...plain, sets: { One: { to: 1 } } }],
    ["of a field with more in it", { ...plain, sets: { one: { to: 1, by: 2 } } }],
    ["of no form", { ...plain, form: 0 }],
    ["of another kind", { ...plain, kind: "text" }],
    ["for no reason", { ...plain, reason: "whim" }],
    ["with a name that it does not have", { ...plain, more: 1 }],
    ["whose fields are a list", { ...plain, sets: [] }],
    ["that is a text", "part"],
    ["that is nothing", undefined],
  ])("%s is what the schema says", (_, content) => {
    expect(findPart(content)).toEqual(SubjectPart.safeParse(content).data);
  });
});
