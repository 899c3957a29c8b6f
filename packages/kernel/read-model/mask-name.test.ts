import { describe, expect, it } from "vitest";
import { maskName } from "./mask-name.ts";

describe("maskName", () => {
  it.each([
    ["卢桂枝", "卢*枝"],
    ["卢枝", "卢*"],
    ["欧阳小梅", "欧*梅"],
    ["𠮷野家", "𠮷*家"],
    ["MR Y ALI", "M* Y* A*"],
    [" Sarah  Hyams ", "S* H*"],
    ["", "*"],
  ])("%s is shown as %s", (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});
