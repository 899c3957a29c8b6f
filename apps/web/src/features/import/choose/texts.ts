import { defineTexts } from "../../../i18n/define-texts.ts";

export const importChooseTexts = defineTexts({
  zh: {
    "import.file": "农户名单",
    "import.file.hint": "Excel（.xlsx）或 CSV，什么样的表头都可以：一行一人，或者一行一户。文件只在这台电脑里读。",
    "import.file.choose": "选文件",
    "import.file.other": "换一份改好的文件",
    "import.file.opening": "正在读 {{file}}",
    "import.unreadable.notATable": "它不是 Excel（.xlsx），也不是 CSV。旧格式 .xls 和带密码的请另存为 .xlsx 再选。",
    "import.unreadable.broken": "这份名单读不了。请另存为 .xlsx 或 CSV 再选。",
    "import.sheet": "工作表",
    "import.sheet.people": "家庭成员",
    "import.sheet.same": "也在这张表里",
  },
  en: {
    "import.file": "List of households",
    "import.file.hint":
      "An Excel workbook (.xlsx) or CSV with any headings: one row a person, or one row a household. The file is read on this computer only.",
    "import.file.choose": "Choose a file",
    "import.file.other": "Choose a corrected file",
    "import.file.opening": "Reading {{file}}",
    "import.unreadable.notATable":
      "This is neither a workbook (.xlsx) nor a CSV. Save old formats and files with a password as .xlsx first.",
    "import.unreadable.broken": "This list could not be read. Save it as .xlsx or CSV and choose it again.",
    "import.sheet": "Sheet",
    "import.sheet.people": "Their people",
    "import.sheet.same": "on the same sheet",
  },
});
