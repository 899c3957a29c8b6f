/** What the county asks of a household as a whole. */
import type { SectionDefinition } from "../definition.ts";
import { fieldsOf } from "./field.ts";
import {
  causes,
  fuels,
  helpKinds,
  houseGrades,
  houseStructures,
  monitoredClasses,
  reliefKinds,
  spokenLanguages,
  toilets,
  waterSources,
} from "./options.ts";

const name = fieldsOf("name");
const contact = fieldsOf("contact");
const living = fieldsOf("living");
const money = fieldsOf("money");
const help = fieldsOf("help");

const squareMetres = { en: "m²", zh: "平方米" };
const mu = { en: "mu", zh: "亩" };
const muOtherUnits = [
  { name: "公顷", times: 15, per: 1 },
  { name: "平方米", times: 15, per: 10_000 },
];
const areaOf = (unit: { en: string; zh: string }) =>
  ({ type: "number", decimals: 2, unit, min: 0, max: 100_000_000 }) as const;
const land = { ...areaOf(mu), otherUnits: muOtherUnits };

const where: SectionDefinition = {
  id: "where",
  title: { en: "The household", zh: "户的情况" },
  group: "basic",
  of: "household",
  fields: [
    name.of({ type: "division" }, ["village", "行政村", "Village"], {
      required: true,
      aliases: ["村", "村名", "所在村", "村（社区）", "行政村名称"],
    }),
    name.text(["number", "户编号", "Number"], 40, { aliases: ["编号", "户号", "户编码", "家庭编号"] }),
    name.text(["team", "村民小组", "Group"], 40, { aliases: ["组", "小组", "组别", "自然村", "自然村（组）"] }),
    contact.text(["address", "住址", "Address"], 200, { aliases: ["家庭住址", "地址", "详细地址", "居住地址"] }),
    contact.of({ type: "phone" }, ["phone", "联系电话", "Phone"], {
      aliases: ["电话", "手机", "手机号", "联系方式", "户主电话"],
    }),
    name.choice(["language", "常用语言", "Language spoken"], spokenLanguages, {
      aliases: ["语言", "方言", "母语", "交流语言"],
    }),
    contact.of({ type: "place" }, ["place", "位置", "Location"], { aliases: ["经纬度", "定位", "坐标"] }),
    contact.of({ type: "photos", countMax: 9 }, ["photos", "照片", "Photos"]),
    name.day(["registeredOn", "建档日期", "Registered on"], { aliases: ["建档立卡时间", "建档时间", "识别时间"] }),
    name.choice(["monitored", "监测对象类别", "Monitored as"], monitoredClasses, {
      aliases: ["监测类别", "监测对象", "户类型", "监测户类型"],
    }),
    name.day(["monitoredOn", "纳入监测日期", "Monitored since"], { aliases: ["纳入时间", "识别监测时间"] }),
    help.choice(["cause", "主要致贫原因", "Main cause"], causes, {
      aliases: ["致贫原因", "主要原因", "风险类型", "致贫风险"],
    }),
    help.choices(["otherCauses", "其他致贫原因", "Other causes"], causes, {
      aliases: ["次要致贫原因", "其他原因", "其他致贫风险"],
    }),
  ],
};

const house: SectionDefinition = {
  id: "house",
  title: { en: "House and water", zh: "住房和饮水" },
  group: "basic",
  of: "household",
  fields: [
    living.choice(["houseStructure", "住房结构", "House"], houseStructures, { aliases: ["房屋结构", "主要结构"] }),
    living.count(["houseFloors", "层数", "Floors"], 20, { en: "floors", zh: "层" }, { aliases: ["房屋层数"] }),
    living.of(areaOf(squareMetres), ["houseArea", "住房面积", "Floor area"], {
      aliases: ["房屋面积", "建筑面积", "住房面积（平方米）"],
    }),
    living.choice(["houseGrade", "房屋安全等级", "Safety of the house"], houseGrades, {
      aliases: ["危房等级", "住房安全等级", "鉴定等级"],
    }),
    living.day(["houseGradedOn", "房屋鉴定日期", "Safety judged on"], { aliases: ["鉴定时间"] }),
    living.choice(["water", "饮水", "Water"], waterSources, { aliases: ["饮水来源", "饮用水情况", "主要饮水来源"] }),
    living.yesNo(["waterSafe", "饮水安全", "Water is safe"], { aliases: ["是否解决安全饮用水", "饮水是否安全"] }),
    living.choice(["toilet", "厕所", "Toilet"], toilets, { aliases: ["卫生厕所", "厕所类型"] }),
    living.choice(["fuel", "主要燃料", "Main fuel"], fuels, { aliases: ["主要燃料类型", "燃料"] }),
    living.yesNo(["power", "通生活用电", "Electricity"], { aliases: ["是否通生活用电", "通电"] }),
    living.yesNo(["internet", "通网络", "Internet"], { aliases: ["是否通宽带", "网络"] }),
    living.yesNo(["road", "通硬化路", "Paved road"], { aliases: ["入户路", "是否通硬化路"] }),
  ],
};

const fields: SectionDefinition = {
  id: "fields",
  title: { en: "Land and belongings", zh: "土地和家产" },
  group: "basic",
  of: "household",
  fields: [
    living.of(land, ["farmland", "耕地", "Farmland"], { aliases: ["耕地面积", "耕地面积（亩）", "承包地"] }),
    living.of(land, ["irrigated", "有效灌溉面积", "Irrigated"], { aliases: ["水田", "灌溉面积"] }),
    living.of(land, ["woodland", "林地", "Woodland"], { aliases: ["林地面积", "林地面积（亩）"] }),
    living.of(land, ["grassland", "牧草地", "Grassland"], { aliases: ["牧草地面积"] }),
    living.of(land, ["landRentedOut", "流转出的耕地", "Rented out"], { aliases: ["流转面积", "土地流转（亩）"] }),
    living.count(
      ["vehicles", "机动车", "Motor vehicles"],
      20,
      { en: "vehicles", zh: "辆" },
      { aliases: ["车辆", "汽车数量"] },
    ),
    living.text(["animals", "养殖", "Animals"], 200, { aliases: ["牲畜", "养殖情况"] }),
    living.yesNo(["cooperative", "加入合作社", "In a cooperative"], {
      aliases: ["是否加入农民专业合作组织", "合作社"],
    }),
  ],
};

const income: SectionDefinition = {
  id: "income",
  title: { en: "Income in twelve months", zh: "十二个月的收入" },
  group: "money",
  of: "household",
  fields: [
    money.day(["incomeFrom", "收支起", "Counted from"], { aliases: ["起始日期"] }),
    money.day(["incomeTo", "收支止", "Counted to"], { aliases: ["截止日期"] }),
    money.money(["incomeWages", "务工收入", "Wages"], { aliases: ["工资性收入", "务工工资"] }),
    money.money(["incomeFarming", "种养经营", "Farming"], {
      aliases: ["生产经营性收入", "经营性收入", "种植养殖收入"],
    }),
    money.money(["incomeBusiness", "做生意", "Business"], { aliases: ["个体经营收入", "商业收入"] }),
    money.money(["incomePension", "养老金和补贴", "Pensions and allowances"], {
      aliases: ["养老金", "领取养老金", "各类补贴", "转移性收入"],
    }),
    money.money(["incomeRelief", "低保金和救助", "Relief"], { aliases: ["低保金", "领取最低生活保障金", "救助金"] }),
    money.money(["incomeLandRent", "土地流转", "Land rent"], { aliases: ["流转收入", "租金"] }),
    money.money(["incomeProperty", "财产性收入", "Property"], { aliases: ["资产收益", "分红"] }),
    money.money(["incomeEcology", "生态补偿", "Ecological compensation"], { aliases: ["生态补偿金", "退耕还林补贴"] }),
    money.money(["incomeOther", "其他收入", "Other income"], { aliases: ["其它收入"] }),
  ],
};

const spending: SectionDefinition = {
  id: "spending",
  title: { en: "Spending in twelve months", zh: "十二个月的支出" },
  group: "money",
  of: "household",
  fields: [
    money.money(["spentMedical", "看病自付", "Medical, own share"], {
      aliases: ["医疗支出", "自付医疗费", "看病支出"],
    }),
    money.money(["spentLiving", "日常生活", "Daily living"], { aliases: ["生活支出", "生活消费"] }),
    money.money(["spentSchooling", "上学", "Schooling"], { aliases: ["教育支出", "上学支出"] }),
    money.money(["spentFarming", "种养成本", "Costs of farming"], {
      aliases: ["生产经营性支出", "经营性支出", "生产支出"],
    }),
    money.money(["spentHousing", "住房", "Housing"], { aliases: ["建房支出", "住房支出"] }),
    money.money(["spentDisaster", "灾害和事故", "Disaster and accident"], { aliases: ["意外支出"] }),
    money.money(["spentOther", "其他支出", "Other spending"], { aliases: ["其它支出", "人情往来"] }),
    money.money(["debtBank", "银行借款", "Debts to banks"], { aliases: ["银行贷款", "贷款余额", "小额信贷余额"] }),
    money.money(["debtPrivate", "私人借款", "Private debts"], { aliases: ["民间借款", "外债"] }),
    money.text(["debtReason", "借款原因", "Why they owe"], 200, { aliases: ["负债原因"] }),
    money.money(["savings", "存款", "Savings"], { aliases: ["存款余额"] }),
  ],
};

const relief: SectionDefinition = {
  id: "relief",
  title: { en: "Relief and services", zh: "救助与服务" },
  group: "relief",
  of: "household",
  fields: [
    help.choices(["reliefKinds", "享受的救助", "Relief received"], reliefKinds, {
      aliases: ["救助类型", "低保类别", "保障类型"],
    }),
    help.choices(["helpKinds", "帮扶措施", "Help received"], helpKinds, {
      aliases: ["帮扶类型", "享受帮扶政策", "帮扶措施类型"],
    }),
    help.text(["helpWanted", "还需要什么帮助", "Help wanted"], 500, { aliases: ["帮扶需求", "需求"] }),
    help.text(["remarks", "备注", "Remarks"], 1_000, { aliases: ["说明", "备注说明"] }),
  ],
};

export const householdSections = [where, house, fields, income, spending, relief] as const;
