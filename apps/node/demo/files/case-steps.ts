import type { DemoScene, DemoStep } from "../demo-step.ts";
import { momentOf } from "../demo-year.ts";
import { CaseDesk } from "./case-desk.ts";
import { type Neighbour, neighbours } from "./neighbours.ts";
import { openNeighbours } from "./open-neighbours.ts";

/** Cases of one village at each stage, told up to the demo's present, so that whose turn it is has something to do. */
export function caseSteps(scene: DemoScene, plan: { months: readonly string[]; untilMs: number }): DemoStep[] {
  const [first = ""] = plan.months;
  const began: DemoStep = { atMs: momentOf(first, { day: 3, hour: 16 }), run: () => openNeighbours(scene) };
  const of = (neighbour: Neighbour) => new CaseDesk(scene, { untilMs: plan.untilMs, neighbour });
  return [
    began,
    ...applied(of(neighbours.fang)),
    ...overdue(of(neighbours.lin)),
    ...checked(of(neighbours.tao)),
    ...noticed(of(neighbours.mo)),
    ...heard(of(neighbours.qin)),
    ...accepted(of(neighbours.bai)),
    ...leaving(of(neighbours.ji)),
  ];
}

function applied(desk: CaseDesk): DemoStep[] {
  return [desk.applies({ days: 1, by: "person-1" }, "own", "老伴今年住院两次，自己付了四千多，地里收成也不好")];
}

/** Nobody has looked within the days of the policy. */
function overdue(desk: CaseDesk): DemoStep[] {
  return [desk.applies({ days: 6, by: "grid-1" }, "visit", "一个人住，腿脚不便，今年没有种地")];
}

function checked(desk: CaseDesk): DemoStep[] {
  return [
    desk.applies({ days: 4, by: "town-clerk" }, "phone", "电话里说屋顶漏雨，今年修房借了钱"),
    desk.checks({ days: 2, by: "grid-1" }, "上门看过，屋顶有两处漏，借条看了，情况属实"),
  ];
}

function noticed(desk: CaseDesk): DemoStep[] {
  return [
    desk.applies({ days: 9, by: "grid-1" }, "visit", "丈夫去年去世，一个人带孩子，在镇上打零工"),
    desk.checks({ days: 8, by: "grid-1" }, "和邻居、村委会都问过，情况属实"),
    desk.reviews({ days: 6, by: "town-reviewer" }, "人均收入低于监测线，材料齐全"),
    desk.opensNotice({ days: 4, by: "town-clerk" }, { head: "莫*兰", monitored: "2", cause: "08" }),
    desk.objects({ days: 1, by: "person-2" }, "她在镇上还有一间铺面出租，没有写进去"),
  ];
}

/** The notice has run, and somebody has to decide. */
function heard(desk: CaseDesk): DemoStep[] {
  return [
    desk.applies({ days: 15, by: "grid-1" }, "visit", "两位老人，看病花了五千多，靠养老金和几亩地"),
    desk.checks({ days: 14, by: "grid-0" }, "收据齐全，地已经流转出去一半"),
    desk.reviews({ days: 13, by: "town-reviewer" }, "符合条件"),
    desk.opensNotice({ days: 11, by: "town-clerk" }, { head: "秦*山", monitored: "1", cause: "01" }),
  ];
}

function accepted(desk: CaseDesk): DemoStep[] {
  return [
    desk.applies({ days: 24, by: "town-clerk" }, "phone", "今年两人都住过院，收入少了一半"),
    desk.checks({ days: 23, by: "grid-0" }, "住院记录和收据都看了，情况属实"),
    desk.reviews({ days: 21, by: "town-reviewer" }, "符合条件"),
    desk.opensNotice({ days: 20, by: "town-clerk" }, { head: "白*庚", monitored: "3", cause: "01" }),
    desk.accepts({ days: 10, by: "town-leader" }, "3", "经核查、公示无异议，同意纳入监测"),
  ];
}

function leaving(desk: CaseDesk): DemoStep[] {
  return [
    desk.proposesExit({ days: 33, by: "grid-1" }, "户主在县城稳定务工十个月，人均年收入一万八千多元，工资单已看"),
    desk.checks({ days: 32, by: "grid-0" }, "单位确认合同到明年底，孩子在校，住房安全"),
    desk.reviews({ days: 30, by: "town-reviewer" }, "收入稳定，符合退出条件"),
    desk.opensNotice({ days: 29, by: "town-clerk" }, { head: "纪*德", monitored: "2", cause: "03" }),
    desk.accepts({ days: 19, by: "town-leader" }, undefined, "同意退出，观察半年"),
  ];
}
