import { countyAreas } from "./county/places/county-areas.ts";
import { listVillages } from "./county/places/list-villages.ts";
import { demoAreas, demoHouseholds } from "./demo-areas.ts";
import type { DemoCast, DemoPerson } from "./demo-cast.ts";

export const demoOrganisations = [
  { id: "district-finance", name: { en: "Lanwan District Finance Office", zh: "澜湾区财政局" }, area: "lanwan" },
  { id: "civil-affairs", name: { en: "Lanwan District Civil Affairs Bureau", zh: "澜湾区民政局" }, area: "lanwan" },
  { id: "qingshi-street", name: { en: "Qingshi Street Office", zh: "青石街道办事处" }, area: "qingshi" },
  { id: "fengxi-town", name: { en: "Fengxi Town Government", zh: "枫溪镇人民政府" }, area: "fengxi" },
  { id: "escrow-bank", name: { en: "Lanwan Rural Commercial Bank", zh: "澜湾农商银行" } },
  { id: "district-audit", name: { en: "Lanwan District Audit Office", zh: "澜湾区审计局" }, area: "lanwan" },
  { id: "lanwan-construction", name: { en: "Lanwan Construction Group", zh: "澜湾建工集团有限公司" } },
  { id: "qingshi-housing", name: { en: "Qingshi Housing Works", zh: "青石安居工程有限公司" } },
  { id: "chenguang-lifts", name: { en: "Chenguang Lifts", zh: "晨光电梯维保有限公司" } },
  { id: "residents", name: { en: "Residents", zh: "居民" }, area: "lanwan" },
  { id: "visitors", name: { en: "Visitors", zh: "游客" } },
  { id: "dongxi-teahouse", name: { en: "Dongxi Teahouse", zh: "东溪茶馆" } },
] as const;

/** Those of them that decide together by vote. */
export const demoMembers = ["district-finance", "civil-affairs", "qingshi-street", "district-audit"] as const;

/** All people of the demo. Nobody here is real. */
export const demoPeople: readonly DemoPerson[] = [
  { id: "admin", name: "沈一禾", organisation: "district-finance", roles: ["administrator"] },
  { id: "finance", name: "温如言", organisation: "district-finance", roles: ["financeSupervisor"] },
  { id: "finance-deputy", name: "顾长宁", organisation: "district-finance", roles: ["financeSupervisor", "approver"] },
  {
    id: "finance-approver",
    name: "陆闻笛",
    organisation: "district-finance",
    roles: ["financeSupervisor", "approver"],
  },
  { id: "district-manager", name: "叶知行", organisation: "district-finance", roles: ["projectManager"] },
  { id: "civil-admin", name: "梁予安", organisation: "civil-affairs", roles: ["administrator"] },
  { id: "civil-manager", name: "程见山", organisation: "civil-affairs", roles: ["projectManager"] },
  { id: "civil-finance", name: "何其安", organisation: "civil-affairs", roles: ["financeSupervisor", "approver"] },
  { id: "civil-approver", name: "许向南", organisation: "civil-affairs", roles: ["financeSupervisor", "approver"] },
  { id: "street-admin", name: "简从文", organisation: "qingshi-street", roles: ["administrator"] },
  { id: "street-manager", name: "苏晚晴", organisation: "qingshi-street", roles: ["projectManager"] },
  { id: "street-finance", name: "罗知秋", organisation: "qingshi-street", roles: ["financeSupervisor", "approver"] },
  { id: "street-approver", name: "唐以沫", organisation: "qingshi-street", roles: ["financeSupervisor", "approver"] },
  { id: "civil-clerk", name: "上官晚晴", organisation: "civil-affairs", roles: ["operator", "intakeClerk"] },
  { id: "civil-leader", name: "苏望", organisation: "civil-affairs", roles: ["leader"] },
  { id: "town-admin", name: "戴秋白", organisation: "fengxi-town", roles: ["administrator"] },
  { id: "town-clerk", name: "傅清如", organisation: "fengxi-town", roles: ["caseHandler"] },
  { id: "town-leader", name: "贺长风", organisation: "fengxi-town", roles: ["leader"] },
  { id: "town-reviewer", name: "闻若溪", organisation: "fengxi-town", roles: ["reviewer"] },
  { id: "grid-0", name: "陶然", organisation: "fengxi-town", roles: ["gridWorker"] },
  { id: "grid-1", name: "卓一鸣", organisation: "fengxi-town", roles: ["gridWorker"] },
  { id: "bank", name: "澜湾农商银行", organisation: "escrow-bank", roles: ["escrowBank"] },
  { id: "supplier-0", name: "江临川", organisation: "lanwan-construction", roles: ["supplier"] },
  { id: "supplier-1", name: "崔明远", organisation: "qingshi-housing", roles: ["supplier"] },
  { id: "supplier-2", name: "白羽墨", organisation: "chenguang-lifts", roles: ["supplier"] },
  { id: "person-0", name: "卢桂枝", organisation: "residents", roles: ["individual"] },
  { id: "person-1", name: "方有田", organisation: "residents", roles: ["individual"] },
  { id: "person-2", name: "谢小满", organisation: "residents", roles: ["individual"] },
  { id: "visitor-0", name: "林远航", organisation: "visitors", roles: ["individual"] },
  { id: "merchant-0", name: "梅若水", organisation: "dongxi-teahouse", roles: ["supplier"] },
  { id: "audit-admin", name: "秦望舒", organisation: "district-audit", roles: ["administrator"] },
  { id: "regulator", name: "韩清和", organisation: "district-audit", roles: ["regulator"] },
];

/** The district as a whole. */
export const district: DemoCast = {
  ledger: "澜湾区公共资金账本（演示）",
  areas: [...demoAreas, ...countyAreas(listVillages(demoHouseholds))],
  organisations: demoOrganisations,
  people: demoPeople,
  members: demoMembers,
  keeper: "district-finance",
};
