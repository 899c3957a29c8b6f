import { random } from "@mingbai/testkit/random";
import { madeIdentityNumber } from "./test-made-list.ts";

/** An invented survey of 143 columns in the spelling of no form: [its name, what it is, cells to draw from]. */
const knownColumns: readonly (readonly [name: string, target: string, cells: readonly string[]])[] = [
  ["所在行政村", "household.village", ["枫桥村"]],
  ["家庭住址", "household.address", ["1号", "2号"]],
  ["户类型", "household.monitored", ["脱贫不稳定户", "边缘易致贫户"]],
  ["主要致贫原因", "household.cause", ["因病", "缺劳动力"]],
  ["房屋结构", "household.houseStructure", ["砖混结构", "土坯"]],
  ["住房面积（平方米）", "household.houseArea", ["90", "120.5"]],
  ["是否解决安全饮用水", "household.waterSafe", ["是", "否"]],
  ["卫生厕所", "household.toilet", ["水冲厕所", "旱厕"]],
  ["是否通宽带", "household.internet", ["√", "×"]],
  ["耕地面积（亩）", "household.farmland", ["3.5", "7"]],
  ["林地面积（亩）", "household.woodland", ["1", "2"]],
  ["工资性收入（元）", "household.incomeWages", ["12000", "36000"]],
  ["生产经营性收入（元）", "household.incomeFarming", ["5000", "800"]],
  ["领取养老金", "household.incomePension", ["1500", "0"]],
  ["小额信贷余额", "household.debtBank", ["50000", "0"]],
];
const personColumns: readonly (readonly [name: string, target: string, cells: readonly string[]])[] = [
  ["性别", "person.sex", ["男", "女"]],
  ["民族", "person.nation", ["汉族"]],
  ["婚姻状况", "person.marital", ["已婚"]],
  ["文化程度", "person.education", ["小学", "初中"]],
  ["健康状况", "person.health", ["健康", "长期慢性病"]],
  ["劳动技能", "person.workAbility", ["普通劳动力"]],
  ["务工企业名称", "person.employer", ["某厂"]],
  ["务工时间（月）", "person.workMonths", ["10", "6"]],
  ["残疾人证号", "person.disabilityCard", [""]],
];
const columnsCount = 143;

/** The survey as CSV, one row a person, and what each of its known columns is. */
export function surveyList({ households, seed }: { households: number; seed: number }) {
  const draw = random(seed);
  const keys = ["采集批次", "户编号", "姓名", "公民身份号码", "与户主关系"];
  const known = [...knownColumns, ...personColumns];
  const others = Array.from({ length: columnsCount - keys.length - known.length }, (_, at) => `测评指标${at + 1}得分`);
  const lines = [[...keys, ...known.map(([name]) => name), ...others].join(",")];
  for (let at = 0; at < households; at++) {
    const shared = knownColumns.map(([, , cells]) => draw.pick(cells));
    for (const [place, relation] of ["户主", "配偶", "之子"].entries()) {
      const person = [
        `2026春`,
        `H${10_000 + at}`,
        `赵${"甲乙丙"[place]}`,
        madeIdentityNumber(at * 3 + place),
        relation,
      ];
      const own = personColumns.map(([name, , cells]) => (name === "性别" ? "" : draw.pick(cells)));
      lines.push([...person, ...shared, ...own, ...others.map(() => String(draw.below(100)))].join(","));
    }
  }
  const targets: { [header: string]: string } = {
    户编号: "household.number",
    姓名: "person.name",
    公民身份号码: "person.identityNumber",
    与户主关系: "person.relation",
  };
  for (const [name, target] of known) targets[name] = target;
  return { text: `${lines.join("\n")}\n`, known: targets };
}
