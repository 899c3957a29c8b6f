import { codeTable } from "../code-table/code-table.ts";

/** GB/T 2261.3-2003, the codes of two digits; 40, which repeats 30 for the diseases under it, is left out. */
export const healthStates = codeTable("GB/T 2261.3-2003", [
  ["10", "健康或良好", "Healthy or good", "健康", "良好"],
  ["20", "一般或较弱", "Fair or rather weak", "一般", "较弱"],
  ["30", "有慢性病", "Chronic disease", "慢性病", "长期慢性病"],
  ["31", "心血管病", "Cardiovascular disease"],
  ["32", "脑血管病", "Cerebrovascular disease"],
  ["33", "慢性呼吸系统病", "Chronic respiratory disease"],
  ["34", "慢性消化系统病", "Chronic digestive disease"],
  ["35", "慢性肾炎", "Chronic nephritis"],
  ["36", "结核病", "Tuberculosis"],
  ["37", "糖尿病", "Diabetes"],
  ["38", "神经或精神疾病", "Nervous or mental disease"],
  ["41", "癌症", "Cancer"],
  ["49", "其他慢性病", "Other chronic disease"],
  ["60", "残疾", "Disability"],
  ["61", "视力残疾", "Visual disability"],
  ["62", "听力残疾", "Hearing disability"],
  ["63", "言语残疾", "Speech disability"],
  ["64", "肢体残疾", "Physical disability"],
  ["65", "智力残疾", "Intellectual disability"],
  ["66", "精神残疾", "Mental disability"],
  ["67", "多重残疾", "Multiple disabilities"],
  ["69", "其他残疾", "Other disability"],
]);
