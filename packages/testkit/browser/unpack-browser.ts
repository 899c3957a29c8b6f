/** A process of its own, because the package unpacks into the system's folder for temporary files, which is one for all. */
import sparticuz from "@sparticuz/chromium";

await sparticuz.executablePath();
