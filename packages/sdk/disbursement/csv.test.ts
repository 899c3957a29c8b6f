import { describe, expect, it } from "vitest";
import { csvAmount, csvLine } from "./csv.ts";

describe("a line of CSV", () => {
  it("quotes commas, quotes and line breaks", () => {
    expect(csvLine(["a", "b,c", 'd"e', "f\ng"])).toBe('a,"b,c","d""e","f\ng"\r\n');
  });

  it("never lets a name run as a formula, and leaves amounts alone", () => {
    expect(csvLine(["=1+1", "+44", "@x", "-1.50", "-cmd"])).toBe("'=1+1,'+44,'@x,-1.50,'-cmd\r\n");
  });

  it("writes amounts for machines", () => {
    expect(csvAmount(-123_456_789, 2)).toBe("-1234567.89");
    expect(csvAmount(5, 2)).toBe("0.05");
    expect(csvAmount(5, 0)).toBe("5");
  });
});
