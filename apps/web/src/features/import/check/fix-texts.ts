import { defineTexts } from "../../../i18n/define-texts.ts";

export const cellFixTexts = defineTexts({
  zh: {
    "import.fix": "在这里填",
    "import.fix.of": "在这里填：第 {{line, number}} 行“{{column}}”",
    "import.fix.was": "表里是：{{was}}",
    "import.fix.empty": "空白",
    "import.fix.put": "放好",
    "import.corrections_other": "在这里填了 {{count, number}} 格",
    "import.correction.at": "第 {{line, number}} 行，{{column}}",
    "import.correction.drop": "照原表",
    "import.corrections.check": "再核对一遍",
    "import.corrections.beside": "原来的文件不会改动；填的内容只在这次导入里用。",
  },
  en: {
    "import.fix": "Fill it in here",
    "import.fix.of": "Fill it in here: row {{line, number}}, {{column}}",
    "import.fix.was": "The list has: {{was}}",
    "import.fix.empty": "nothing",
    "import.fix.put": "Put it there",
    "import.corrections_one": "{{count, number}} cell filled in here",
    "import.corrections_other": "{{count, number}} cells filled in here",
    "import.correction.at": "Row {{line, number}}, {{column}}",
    "import.correction.drop": "As in the list",
    "import.corrections.check": "Check again",
    "import.corrections.beside": "The file stays as it is; what is filled in counts for this import.",
  },
});
