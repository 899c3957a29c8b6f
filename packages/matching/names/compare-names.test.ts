import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNames } from "./compare-names.ts";
import { readName } from "./read-name.ts";

function compare(a: string, b: string) {
  return compareNames(readName(a), readName(b));
}

describe("two names", () => {
  it.each([
    ["张伟", "张伟", "same"],
    [" 张 伟 ", "张伟", "same"],
    ["買買提·艾力", "買買提艾力", "same"],
    ["張偉", "张伟", "variant"],
    ["蕭紅", "肖红", "variant"],
    ["付强", "傅強", "variant"],
    ["张伟", "章玮", "sameSound"],
    ["单丽", "山丽", "sameSound"],
    ["王䶮", "王yan", "sameSound"],
    ["王䶮", "王YAN", "sameSound"],
    ["张伟", "ZHANG WEI", "sameSound"],
    ["张伟", "zhangwei", "sameSound"],
    ["吕梅", "LYU MEI", "sameSound"],
    ["陈宁", "程林", "nearSound"],
    ["王晓未", "王晓末", "lookAlike"],
    ["张国伟", "张伟国", "swapped"],
    ["张伟", "伟张", "swapped"],
    ["王建?", "王建国", "partUnknown"],
    ["王建□", "王建国", "partUnknown"],
    ["王国", "王建国", "partMissing"],
    ["阿卜杜热合曼", "阿卜杜热依曼", "oneOfMany"],
    ["张建国", "张建军", "oneCharacter"],
    ["欧阳建国", "欧阳建军", "oneCharacter"],
    ["欧阳军", "欧阳国", "sameSurname"],
    ["张建国", "李建国", "otherSurname"],
    ["张伟", "张丽", "sameSurname"],
    ["张**", "张建国", "sameSurname"],
    ["王**", "张建国", "differ"],
    ["张伟", "李娜", "differ"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(compare(a, b)).toBe(level);
    expect(compare(b, a)).toBe(level);
  });

  it("say nothing where one is missing", () => {
    expect(compare("", "张伟")).toBeUndefined();
    expect(compare(" · ", "张伟")).toBeUndefined();
  });

  it("are compared alike from both sides, whatever is in them", () => {
    const character = fc.constantFrom(..."张章伟玮国军?𠮷䶮ab·王己已欧阳".split(""), "欧阳", "𪚥", "zhang", " ");
    const text = fc.oneof(
      fc.array(character, { maxLength: 6 }).map((all) => all.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compare(a, b)).toBe(compare(b, a));
        expect([undefined, "same"]).toContain(compare(a, a));
      }),
    );
  });
});
