import { describe, expect, it } from "vitest";
import { countyForm } from "../../form/county/county-form.ts";
import { ImportMapping } from "../mapping/import-mapping.ts";
import { layoutFingerprint } from "../mapping/layout-fingerprint.ts";
import { guess, sheetsOf, targets } from "../testing/test-list.ts";
import { madeIdentityNumber } from "../testing/test-made-list.ts";
import { surveyList } from "../testing/test-survey.ts";

const [one, two, three] = [1, 2, 3].map(madeIdentityNumber);

describe("the guess of a mapping", () => {
  it("knows columns by other names, and says what it does not know", () => {
    const text = `序号,户号,行政村名称,农户姓名,证件号码,户主关系,年收入（万元）,耕地面积(公顷),心情
1,H001,枫桥村,张一,${one},户主,1.2,0.5,好
2,H001,枫桥村,张二,${two},妻子,0.8,0.5,坏
3,H002,柏林村,李三,${three},本人,0.8,0.5,好
`;
    expect(targets(text)).toEqual({
      序号: "ignored",
      户号: "household.number",
      行政村名称: "household.village",
      农户姓名: "person.name",
      证件号码: "person.identityNumber",
      户主关系: "person.relation",
      "年收入（万元）": "person.wageYear",
      "耕地面积(公顷)": "household.farmland",
      心情: "unknown",
    });
    const { mapping, columns, missing } = guess(text);
    expect(mapping.key).toBe("number");
    expect(mapping.sheets[0]?.columns.flatMap(({ unit }) => (unit === undefined ? [] : [unit]))).toEqual([
      "万元",
      "公顷",
    ]);
    expect(missing).toEqual([]);
    expect(columns[0]?.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(ImportMapping.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  it("knows columns by their cells where their names say nothing", () => {
    const text = `甲,乙,丙,丁
张一,${one},13900000001,枫桥村
李三,${three},13900000003,柏林村
`;
    expect(targets(`${text}王五,,13900000004,柏林村\n`)).toMatchObject({
      乙: expect.stringContaining("identityNumber"),
    });
    expect(targets(text)).toMatchObject({ 丙: expect.stringMatching(/[pP]hone/), 丁: "household.village" });
  });

  it("knows a question by its answers, whose it is by its name, and does not guess where the name says another kind", () => {
    const text = `问卷编号,所属行政村,成员姓名,是户主的什么人,去年家庭务工收入（元）,现欠银行（元）,是否有银行贷款意愿,家庭关系状况
P1,枫桥村,张一,户主,100.00,5.00,是,好
P1,枫桥村,张二,配偶,100.00,5.00,否,好
P2,柏林村,李三,户主,200.00,7.00,是,坏
`;
    expect(targets(text)).toEqual({
      问卷编号: "key.household",
      所属行政村: "household.village",
      成员姓名: "person.name",
      是户主的什么人: "person.relation",
      "去年家庭务工收入（元）": "household.incomeWages",
      "现欠银行（元）": "unknown",
      是否有银行贷款意愿: "unknown",
      家庭关系状况: "unknown",
    });
  });

  it("takes a name whose cells are something else for nothing", () => {
    expect(targets("姓名,身份证号\n张一,甲\n李三,乙\n")).toEqual({ 姓名: "person.name", 身份证号: "unknown" });
  });

  it("reads the names of groups over names", () => {
    const text = `户信息,,成员信息,,低保金
户号,行政村,姓名,与户主关系,
H1,枫桥村,张一,户主,200
H1,枫桥村,张二,配偶,200
`;
    expect(targets(text)).toEqual({
      "户信息/户号": "household.number",
      "户信息/行政村": "household.village",
      "成员信息/姓名": "person.name",
      "成员信息/与户主关系": "person.relation",
      低保金: "household.incomeRelief",
    });
  });

  it("sees people side by side in a household's row, the head before them", () => {
    const text = `行政村,户主姓名,户主身份证号,成员1姓名,成员1身份证号,成员1与户主关系,成员2姓名,成员2与户主关系
枫桥村,张一,${one},张二,${two},配偶,张三,子
柏林村,李四,${three},,,,,
`;
    expect(targets(text)).toMatchObject({
      户主姓名: "person0.name",
      户主身份证号: "person0.identityNumber",
      成员1姓名: "person1.name",
      成员1身份证号: "person1.identityNumber",
      成员2与户主关系: "person2.relation",
    });
    expect(guess(text).mapping).toMatchObject({ key: "row", sheets: [{ rows: "households" }] });
  });

  it("counts people by numbers behind names, and below groups, from the first", () => {
    expect(targets("行政村,姓名1,姓名2,关系1,关系2\n枫桥村,张一,张二,户主,妻\n柏林村,李一,,户主,\n")).toMatchObject({
      姓名1: "person0.name",
      姓名2: "person1.name",
      关系2: "person1.relation",
    });
    expect(
      targets("行政村,成员1,,成员2,\n,姓名,关系,姓名,关系\n枫桥村,张一,户主,张二,妻\n柏林村,李一,户主,,\n"),
    ).toMatchObject({
      "成员1/姓名": "person0.name",
      "成员2/关系 (2)": "person1.relation",
    });
  });

  it("puts a sheet of households before the sheet of their people", () => {
    const people = `户编号,姓名,与户主关系\n1,张一,户主\n1,张二,妻\n2,李三,户主\n`;
    const households = `户编号,行政村,住房面积\n1,枫桥村,90\n2,柏林村,60\n`;
    const { mapping } = guess(people, households);
    expect(mapping.sheets.map(({ rows }) => rows)).toEqual(["households", "people"]);
    expect(mapping.key).toBe("number");
  });

  it.each<[string, string, string]>([
    [
      "the head's number on each row",
      `户主身份证号,行政村,姓名,与户主关系\n${one},枫桥村,张一,户主\n${one},枫桥村,张二,妻\n`,
      "headNumber",
    ],
    [
      "the head's name on each row",
      "户主姓名,行政村,住址,姓名,与户主关系\n张一,枫桥村,1号,张一,户主\n张一,枫桥村,1号,张二,妻\n",
      "place",
    ],
    ["heads before the others", "行政村,姓名,与户主关系\n枫桥村,张一,户主\n枫桥村,张二,妻\n", "headRow"],
    [
      "short numbers in villages",
      "户号,行政村,姓名,与户主关系\n1,枫桥村,张一,户主\n1,枫桥村,张二,妻\n1,柏林村,李三,户主\n",
      "numberInVillage",
    ],
  ])("finds what keeps households together: %s", (_, text, key) => {
    expect(guess(text).mapping.key).toBe(key);
  });

  it("takes numbers for people's own where those of one household differ", () => {
    const list = (phones: readonly number[]) =>
      `户号,行政村,姓名,与户主关系,联系电话\n${phones.map((phone, at) => `H00${Math.floor(at / 2)}x,枫桥村,张某,${at % 2 ? "妻" : "户主"},1390000000${phone}\n`).join("")}`;
    expect(targets(list([1, 1, 2, 2, 3, 3]))).toMatchObject({ 联系电话: "household.phone" });
    expect(targets(list([1, 2, 3, 4, 5, 6]))).toMatchObject({ 联系电话: "person.personPhone" });
  });

  it("maps a survey of 143 columns that it never saw, each field once, and leaves the rest to a person", () => {
    const { text, known } = surveyList({ households: 12, seed: 5 });
    const found = targets(text);
    expect(Object.keys(found)).toHaveLength(143);
    for (const [header, target] of Object.entries(known)) expect([header, found[header]]).toEqual([header, target]);
    const used = Object.values(found).filter((target) => target !== "unknown" && target !== "ignored");
    expect(new Set(used).size).toBe(used.length);
  });
});

describe("a layout", () => {
  it("is known again in the next list, however its names are spaced, and is another where a column is another", () => {
    const fingerprint = (text: string) => layoutFingerprint(sheetsOf([text]));
    const body = "\n枫桥村,张一\n柏林村,李四\n";
    expect(fingerprint(`行政村, 姓 名${body}`)).not.toBe(fingerprint(`行政村,姓名${body}`));
    expect(fingerprint(`行政村 , 姓名 ${body}`)).toBe(fingerprint(`行政村,姓名${body}`));
    expect(fingerprint(`行政村,姓名${body}`)).not.toBe(fingerprint(`姓名,行政村${body}`));
  });

  it("of a form that has every name is guessed whole", () => {
    const heads = countyForm.sections.flatMap(({ fields, of }) =>
      fields.map(({ label, id }) => [label.zh, `${of}.${id}`] as const),
    );
    const found = targets(`${heads.map(([head]) => head).join(",")}\n`);
    for (const [head, target] of heads) expect([head, found[head]]).toEqual([head, target]);
  });
});
