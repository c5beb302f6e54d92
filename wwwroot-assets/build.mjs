// Bundles every entry (each .ts file directly in src/) into dist/, beside the static files and the notices of what went in.
import { build } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");

// The package ships no licence file; the text is that of its repository (dotnet/aspnetcore, LICENSE.txt).
const namedByHand = {
  "@microsoft/signalr": ["MIT", "Copyright (c) .NET Foundation and Contributors", await readFile(join(root, "licences", "MIT.txt"), "utf8")].join("\n\n"),
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const entries = (await readdir(join(root, "src"))).filter(name => name.endsWith(".ts") && !name.endsWith(".d.ts"));
const result = await build({
  absWorkingDir: root,
  entryPoints: entries.map(name => `src/${name}`),
  outdir: "dist", bundle: true, loader: { ".png": "dataurl" }, minify: true, format: "esm", target: ["es2022"], legalComments: "none", metafile: true, logLevel: "warning",
});
await cp(join(root, "static"), dist, { recursive: true });
await writeFile(join(dist, "THIRD-PARTY-NOTICES.txt"), await notices(packagesIn(result.metafile)));

/** The packages that gave bytes to a bundle. */
function packagesIn(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap(output => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path.split("node_modules/").slice(1).pop());
  return [...new Set(used.filter(Boolean).map(path => path.split("/").slice(0, path.startsWith("@") ? 2 : 1).join("/")))].sort();
}

async function notices(packages) {
  const parts = await Promise.all(packages.map(async name => {
    const { version } = JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8"));
    return `${name} ${version}\n\n${namedByHand[name] ?? await licenceOf(name)}`;
  }));
  return ["WhistleNet's pages contain code of these packages.", ...parts].join(`\n\n${"-".repeat(60)}\n\n`).trimEnd() + "\n";
}

async function licenceOf(name) {
  const folder = join(root, "node_modules", name);
  const file = (await readdir(folder)).find(f => /^(licen[cs]e|copying)/i.test(f));
  if (!file) throw new Error(`${name} is in the bundle and has no licence text: name it in build.mjs.`);
  return readFile(join(folder, file), "utf8");
}
