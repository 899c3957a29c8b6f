import { describe, expect, it } from "vitest";
import { decideDateOrder } from "./date-style.ts";
import { readDate } from "./read-date.ts";

describe("readDate", () => {
  it.each([
    ["07/04/2015", "dmy", "2015-04-07"],
    ["07/04/2015", "mdy", "2015-07-04"],
    ["7.4.15", "dmy", "2015-04-07"],
    ["15-04-07", "ymd", "2015-04-07"],
    ["31/12/68", "dmy", "2068-12-31"],
    ["31/12/69", "dmy", "1969-12-31"],
    ["2014-03-05", "dmy", "2014-03-05"],
    ["2014/3/5 00:00:00", "mdy", "2014-03-05"],
    ["2014-03-05T09:30:00Z", "dmy", "2014-03-05"],
    ["07/04/2015 13:45", "dmy", "2015-04-07"],
    ["2014年3月5日", "dmy", "2014-03-05"],
    ["２０１４年３月５日", "dmy", "2014-03-05"],
    ["20140305", "dmy", "2014-03-05"],
    ["07-Apr-15", "dmy", "2015-04-07"],
    ["7th April 2015", "mdy", "2015-04-07"],
    ["April 7, 2015", "dmy", "2015-04-07"],
    ["Tuesday 7 April 2015", "dmy", "2015-04-07"],
    ["41734", "dmy", "2014-04-05"],
    ["41734.75", "dmy", "2014-04-05"],
    ["29/02/2016", "dmy", "2016-02-29"],
  ] as const)("reads %j as %s: %s", (cell, order, day) => expect(readDate(cell, order)).toBe(day));

  it.each(["29/02/2015", "31/04/2015", "00/01/2015", "13/13/2015", "5 Foo 2015", "1234", "tomorrow", "", "2015-13-01"])(
    "has no day for %j",
    (cell) => expect(readDate(cell, "dmy")).toBeUndefined(),
  );
});

describe("decideDateOrder", () => {
  it("decides by the dates that fit one order only", () => {
    expect(decideDateOrder(["01/02/2015", "13/02/2015"])).toMatchObject({ decided: true, order: "dmy" });
    expect(decideDateOrder(["01/02/2015", "02/13/2015"])).toMatchObject({ decided: true, order: "mdy" });
    expect(decideDateOrder(["15-04-17", "14-12-31"])).toMatchObject({ decided: true, order: "ymd" });
    expect(decideDateOrder(["17/04/15", "03/05/15", "28/04/15"])).toMatchObject({ decided: true, order: "dmy" });
    expect(decideDateOrder(["75-04-17", "74-12-31"])).toMatchObject({ decided: true, order: "ymd" });
    expect(decideDateOrder(["2015-04-07", "5 May 2015"])).toMatchObject({ decided: true });
  });

  it("asks where every date fits both orders, and where neither order prevails", () => {
    const verdict = decideDateOrder(["01/02/2015", "03/04/2015"]);
    expect(verdict).toMatchObject({ decided: false });
    expect(decideDateOrder(["13/02/2015", "02/13/2015", "01/02/2015"])).toMatchObject({ decided: false });
    // 15 April 2017 or 17 April 2015: nothing in the column tells.
    expect(decideDateOrder(["15-04-17", "16-04-17"])).toMatchObject({
      decided: false,
      choices: [{ order: "dmy" }, { order: "ymd" }],
    });
  });

  it("does not ask where both orders mean the same days", () => {
    expect(decideDateOrder(["01/01/2015", "02/02/2015"])).toMatchObject({ decided: true });
  });

  it("lets a few wrong dates be refused rather than asked about", () => {
    const many = Array.from({ length: 60 }, (_, i) => `${13 + (i % 15)}/02/2015`);
    expect(decideDateOrder([...many, "02/13/2015"])).toMatchObject({ decided: true, order: "dmy" });
  });
});
