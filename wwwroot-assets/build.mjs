import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync("dist", { recursive: true });
writeFileSync("dist/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
