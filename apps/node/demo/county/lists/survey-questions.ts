import type { SubjectKind } from "@mingbai/registry/content/form/definition";

/** Questions of the survey that the form asks too: [whose, field, the survey's own heading]. */
export const knownQuestions: readonly (readonly [of: SubjectKind, field: string, head: string])[] = [
  ["household", "village", "所属村居"],
  ["household", "team", "村民组名称"],
  ["household", "address", "常住地址"],
  ["household", "phone", "家庭联系电话"],
  ["household", "monitored", "是否监测及类别"],
  ["household", "cause", "致困主因"],
  ["household", "houseStructure", "主要住房的结构"],
  ["household", "houseFloors", "主要住房层数"],
  ["household", "houseArea", "主要住房建筑面积（平方米）"],
  ["household", "houseGrade", "住房安全性鉴定等级"],
  ["household", "water", "家庭饮用水来源"],
  ["household", "waterSafe", "饮用水是否达标"],
  ["household", "toilet", "家庭厕所类型"],
  ["household", "fuel", "做饭主要燃料"],
  ["household", "power", "是否通电"],
  ["household", "internet", "家中能否上网"],
  ["household", "road", "门口道路是否硬化"],
  ["household", "farmland", "承包耕地（亩）"],
  ["household", "irrigated", "其中水田（亩）"],
  ["household", "woodland", "承包林地（亩）"],
  ["household", "landRentedOut", "转包出去的耕地（亩）"],
  ["household", "vehicles", "家庭拥有机动车辆数"],
  ["household", "animals", "养殖品种及数量"],
  ["household", "cooperative", "是否参加合作社"],
  ["household", "incomeWages", "去年家庭务工收入（元）"],
  ["household", "incomeFarming", "去年家庭种养收入（元）"],
  ["household", "incomeBusiness", "去年家庭经商收入（元）"],
  ["household", "incomePension", "去年领取养老金（元）"],
  ["household", "incomeRelief", "去年领取低保救助（元）"],
  ["household", "incomeLandRent", "去年土地租金（元）"],
  ["household", "spentMedical", "去年自己负担的医药费（元）"],
  ["household", "spentLiving", "去年吃穿用花费（元）"],
  ["household", "spentSchooling", "去年供孩子上学花费（元）"],
  ["household", "spentFarming", "去年种养投入（元）"],
  ["household", "debtBank", "现欠银行（元）"],
  ["household", "debtPrivate", "现欠亲友（元）"],
  ["household", "reliefKinds", "正在享受的救助"],
  ["household", "helpWanted", "最希望得到的帮助"],
  ["person", "name", "受访家庭成员姓名"],
  ["person", "relation", "是户主的什么人"],
  ["person", "identityNumber", "成员身份证件号"],
  ["person", "sex", "成员性别"],
  ["person", "birth", "成员出生年月日"],
  ["person", "nation", "成员民族"],
  ["person", "marital", "成员婚姻状况"],
  ["person", "personPhone", "成员手机"],
  ["person", "health", "成员身体状况"],
  ["person", "illness", "患何种疾病"],
  ["person", "disabilityKind", "残疾种类"],
  ["person", "disabilityGrade", "残疾程度"],
  ["person", "medicalInsurance", "参加何种医疗保险"],
  ["person", "pension", "参加何种养老保险"],
  ["person", "education", "最高学历"],
  ["person", "atSchool", "目前就读阶段"],
  ["person", "school", "所在学校名称"],
  ["person", "workAbility", "劳动能力状况"],
  ["person", "workPlace", "去年主要务工地区"],
  ["person", "employer", "去年主要务工单位"],
  ["person", "workMonths", "去年务工几个月"],
  ["person", "wageYear", "去年本人工资（元）"],
];

/** Household questions in whose answers members of one household differ now and then. */
export const disputedFields = [
  "houseStructure",
  "water",
  "toilet",
  "fuel",
  "houseFloors",
  "houseArea",
  "farmland",
  "vehicles",
  "spentLiving",
] as const;

/** Questions that the form does not ask, answered by yes or no, by a number up to 9, or by one of a scale. */
export const unknownQuestions = {
  yesNo:
    "是否有家庭医生签约 是否参加过健康体检 是否接种流感疫苗 家中是否有冰箱 家中是否有洗衣机 家中是否有空调 家中是否有热水器 是否有闭路电视 是否订阅报刊 是否使用智能手机 是否使用网上缴费 是否会用手机办事 是否有银行贷款意愿 是否购买农业保险 是否购买意外保险 是否有宅基地证 是否有土地承包证 是否参加村民代表会 是否参加志愿服务 是否知道帮扶政策 是否知道监督电话 是否有留守儿童 是否有留守老人 是否有空巢老人 是否有高龄独居 是否有大龄未婚 是否垃圾分类 是否使用清洁能源 是否有庭院绿化 是否通公交 是否通快递 是否有路灯 是否受过自然灾害 是否饲养宠物 是否有菜园 是否自留种子 是否使用农机 是否有外债担保 是否有亲属在外 是否愿意搬迁",
  count:
    "电视机台数 手机部数 电脑台数 电动车辆数 自行车辆数 床铺张数 房间间数 灶台眼数 门窗樘数 果树棵数 鱼塘口数 水井口数 农具件数 粮仓个数 去年走亲次数 去年看病次数 去年住院次数 去年赶集次数 去年参加培训次数 去年村干部上门次数",
  scale:
    "对住房满意度 对饮水满意度 对道路满意度 对医疗满意度 对教育满意度 对治安满意度 对环境卫生满意度 对村务公开满意度 对干部作风满意度 对帮扶工作满意度 对收入满意度 对文化生活满意度 邻里关系如何 家庭和睦程度 对未来生活信心 致富意愿强弱 普通话水平 电脑使用水平 身体自评 心情自评 睡眠自评",
} as const;

export const scaleAnswers = ["很好", "较好", "一般", "较差"] as const;
