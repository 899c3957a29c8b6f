/** Answers of the county form that no national standard lists. */
import { option } from "./field.ts";

/** The classes of monitored households (国开发〔2020〕6 号). */
export const monitoredClasses = [
  option("1", "脱贫不稳定户", "Out of poverty, unstable", "不稳定户"),
  option("2", "边缘易致贫户", "On the margin of poverty", "边缘户"),
  option("3", "突发严重困难户", "Sudden severe hardship", "突发困难户"),
];

/** The causes that the national registration form of 2014 lists (扶贫手册, 致贫原因). */
export const causes = [
  option("01", "因病", "Illness", "疾病"),
  option("02", "因残", "Disability", "残疾"),
  option("03", "因学", "Schooling", "上学"),
  option("04", "因灾", "Disaster", "灾害"),
  option("05", "缺土地", "Lack of land"),
  option("06", "缺水", "Lack of water"),
  option("07", "缺技术", "Lack of skills"),
  option("08", "缺劳力", "Lack of labour", "缺劳动力"),
  option("09", "缺资金", "Lack of money"),
  option("10", "交通条件落后", "Poor roads", "交通落后"),
  option("11", "自身发展动力不足", "Lack of own drive", "自身发展力不足"),
];

/** Languages and dialects, as ISO 639-3 spells them; people who help say theirs by the same codes. */
export const spokenLanguages = [
  option("cmn", "普通话", "Mandarin", "国语", "官话"),
  option("wuu", "吴语", "Wu", "江浙话"),
  option("yue", "粤语", "Cantonese", "广东话", "白话"),
  option("nan", "闽南话", "Southern Min", "闽南语", "潮汕话"),
  option("mnp", "闽北话", "Northern Min", "闽北语"),
  option("cdo", "闽东话", "Eastern Min", "福州话"),
  option("hak", "客家话", "Hakka", "客语"),
  option("gan", "赣语", "Gan", "江西话"),
  option("hsn", "湘语", "Xiang", "湖南话"),
  option("cjy", "晋语", "Jin"),
  option("zha", "壮语", "Zhuang", "壮话"),
  option("bod", "藏语", "Tibetan"),
  option("mon", "蒙古语", "Mongolian", "蒙语"),
  option("uig", "维吾尔语", "Uyghur", "维语"),
  option("iii", "彝语", "Yi"),
  option("csl", "手语", "Sign language", "中国手语"),
];

export const reliefKinds = [
  option("dibao", "低保", "Minimum living allowance", "最低生活保障", "低保户"),
  option("tekun", "特困供养", "Support for the destitute", "特困人员", "五保"),
  option("bianyuan", "低保边缘", "Near the minimum allowance", "低保边缘家庭"),
  option("guer", "孤儿养育", "Orphan support", "孤儿"),
  option("cancan", "残疾人两项补贴", "Disability allowances", "两项补贴"),
  option("gaoling", "高龄津贴", "Old-age allowance"),
  option("linshi", "临时救助", "Temporary relief"),
];

export const helpKinds = [
  option("industry", "产业帮扶", "Industry", "产业"),
  option("work", "就业帮扶", "Work", "就业", "务工"),
  option("schooling", "教育帮扶", "Schooling", "教育"),
  option("health", "健康帮扶", "Health", "医疗", "健康"),
  option("housing", "危房改造", "Repair of unsafe houses", "住房"),
  option("water", "饮水安全", "Safe water", "饮水"),
  option("moving", "易地搬迁", "Resettlement", "搬迁"),
  option("credit", "小额信贷", "Small loans", "金融"),
  option("post", "公益性岗位", "Public-service post", "公岗"),
  option("social", "社会帮扶", "Help of society"),
];

export const houseStructures = [
  option("brick", "砖混", "Brick and concrete", "砖混结构", "砖房"),
  option("frame", "框架", "Reinforced concrete frame", "钢混", "框架结构"),
  option("wood", "砖木", "Brick and wood", "砖木结构"),
  option("timber", "木结构", "Timber", "木房"),
  option("earth", "土坯", "Earth", "土木", "土房"),
  option("none", "无自有住房", "No house of their own", "无房"),
];

/** Grades of 农村住房危险性鉴定标准 (JGJ/T 363): from A, safe, to D, dangerous as a whole. */
export const houseGrades = [
  option("A", "A 级", "Grade A", "A"),
  option("B", "B 级", "Grade B", "B"),
  option("C", "C 级", "Grade C", "C"),
  option("D", "D 级", "Grade D", "D"),
];

export const waterSources = [
  option("piped", "自来水到户", "Piped to the house", "自来水", "集中供水"),
  option("well", "井水", "Well", "水井"),
  option("spring", "山泉水", "Spring", "引泉"),
  option("other", "其他", "Other", "水窖", "河水"),
];

export const toilets = [
  option("flush", "水冲厕所", "Flush toilet", "卫生厕所", "水冲"),
  option("dry", "旱厕", "Dry toilet"),
  option("none", "无厕所", "None", "无"),
];

export const fuels = [
  option("gas", "煤气液化气", "Gas", "燃气", "液化气", "天然气"),
  option("electric", "电", "Electricity"),
  option("wood", "柴草", "Wood", "柴"),
  option("coal", "煤", "Coal", "煤炭"),
  option("other", "其他", "Other"),
];

export const healthStates = [
  option("1", "健康", "Healthy", "良好", "健康或良好"),
  option("2", "长期慢性病", "Chronic illness", "慢性病", "慢病"),
  option("3", "患有大病", "Severe illness", "大病", "重病", "重大疾病"),
  option("4", "残疾", "Disabled", "残疾人"),
  option("5", "一般或体弱", "Frail", "体弱", "一般"),
];

export const disabilityKinds = [
  option("1", "视力", "Sight", "视力残疾"),
  option("2", "听力", "Hearing", "听力残疾"),
  option("3", "言语", "Speech", "言语残疾"),
  option("4", "肢体", "Body", "肢体残疾"),
  option("5", "智力", "Intellect", "智力残疾"),
  option("6", "精神", "Mind", "精神残疾"),
  option("7", "多重", "Several", "多重残疾"),
];

export const disabilityGrades = [
  option("1", "一级", "Grade 1", "1级", "壹级"),
  option("2", "二级", "Grade 2", "2级", "贰级"),
  option("3", "三级", "Grade 3", "3级", "叁级"),
  option("4", "四级", "Grade 4", "4级", "肆级"),
];

export const atSchool = [
  option("no", "不在校", "Not at school", "非在校生", "否", "无"),
  option("kindergarten", "学前", "Kindergarten", "幼儿园", "学前教育"),
  option("primary", "小学在读", "Primary school", "小学", "一年级", "二年级", "三年级", "四年级", "五年级", "六年级"),
  option("junior", "初中在读", "Junior middle school", "初中", "初一", "初二", "初三", "七年级", "八年级", "九年级"),
  option("senior", "高中在读", "Senior middle school", "普通高中", "高中", "高一", "高二", "高三"),
  option("vocational", "中职在读", "Vocational school", "中职", "中专", "技校"),
  option("college", "大专在读", "College", "高职", "大专"),
  option("university", "本科及以上在读", "University", "本科", "大学", "研究生"),
];

export const workAbilities = [
  option("1", "普通劳动力", "Able to work", "普通劳动能力", "有劳动能力"),
  option("2", "技能劳动力", "Skilled", "技能劳动能力"),
  option("3", "弱劳动力或半劳动力", "Partly able", "弱劳动力", "半劳动力", "部分丧失劳动能力"),
  option("4", "无劳动力", "Unable to work", "丧失劳动力", "无劳动能力"),
];

export const workPlaces = [
  option("none", "未务工", "Not employed", "无", "在家"),
  option("township", "乡镇内", "In the township", "乡镇内务工", "镇内"),
  option("county", "县内", "In the county", "乡镇外县内", "县内务工"),
  option("province", "省内", "In the province", "县外省内", "省内务工"),
  option("outside", "省外", "Outside the province", "省外务工", "外省"),
];

export const medicalInsurances = [
  option("resident", "城乡居民医保", "Residents’ scheme", "居民医保", "新农合", "城乡居民基本医疗保险"),
  option("employee", "职工医保", "Employees’ scheme", "城镇职工医保"),
  option("none", "未参保", "None", "无", "否"),
];

export const pensions = [
  option("resident", "城乡居民养老", "Residents’ scheme", "居民养老", "城乡居民基本养老保险", "新农保"),
  option("employee", "职工养老", "Employees’ scheme", "企业职工养老"),
  option("none", "未参保", "None", "无", "否"),
];
