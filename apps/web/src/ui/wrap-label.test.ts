import { describe, expect, it } from "vitest";
import { wrapLabel } from "./wrap-label.ts";

describe("wrapLabel", () => {
  it("keeps a short name on one line", () => {
    expect(wrapLabel("禾塘建设", { width: 100, fontSize: 13 })).toEqual(["禾塘建设"]);
  });

  it("breaks Chinese anywhere and English between words, dropping nothing", () => {
    const chinese = wrapLabel("明州禾塘建设工程有限公司", { width: 80, fontSize: 13 });
    expect(chinese.join("")).toBe("明州禾塘建设工程有限公司");
    expect(chinese.length).toBe(2);
    const english = wrapLabel("Berks Bucks & Oxon Wildlife Trust", { width: 120, fontSize: 13 });
    expect(english.join(" ")).toBe("Berks Bucks & Oxon Wildlife Trust");
    expect(english.length).toBe(3);
  });

  it("lets one long word stand alone", () => {
    expect(wrapLabel("Incomprehensibilities Ltd", { width: 60, fontSize: 13 })).toEqual([
      "Incomprehensibilities",
      "Ltd",
    ]);
  });
});
