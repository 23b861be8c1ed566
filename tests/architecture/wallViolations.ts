import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path";
import type { House } from "./houses.ts";
import { importsOf } from "./importsOf.ts";
import { isSource, sourceFiles } from "./sourceFiles.ts";

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };

const packageOf = (name: string) =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
const isBuiltin = (name: string) => name.startsWith("node:") || builtinModules.includes(packageOf(name));

/** One import of one file, with all that the judgement needs. */
type Import = {
  readonly house: House;
  readonly file: string;
  readonly name: string;
  readonly manifest: Manifest;
};

export type Scan = {
  readonly root: string;
  readonly house: House;
  /** Which files, as paths from `root`; all of the house unless given. */
  readonly files?: readonly string[];
};

/** Sentences, one for each import that `house` does not allow. */
export function wallViolations({ root, house, files = sourceFiles(root, house.folder) }: Scan): string[] {
  const manifest = JSON.parse(readFileSync(join(root, house.folder, "package.json"), "utf8")) as Manifest;
  return files.flatMap((file) =>
    importsOf(join(root, file)).flatMap((name) => {
      const wrong = problem({ house, file, name, manifest });
      return wrong ? [`${file} imports ${name}: ${wrong}`] : [];
    }),
  );
}

function problem(of: Import): string | undefined {
  if (of.name.startsWith(".")) return relativeProblem(of);
  if (of.name.startsWith("#")) return undefined;
  if (!isSource(of.file)) return declared(of, ["dependencies", "devDependencies"]);
  return isBuiltin(of.name) ? builtinProblem(of) : packageProblem(of);
}

function relativeProblem({ house, file, name }: Import): string | undefined {
  const target = normalize(join(dirname(file), name));
  if (target.startsWith(`${house.folder}/`)) return undefined;
  // Tests share the set-up of the run, its Postgres, and the published test vectors.
  if (!isSource(file) && /^(tests\/setup|scripts\/stack|docs)\//.test(target)) return undefined;
  return "a path that leaves its own package; import the package by name, through its door";
}

function builtinProblem({ house }: Import): string | undefined {
  return house.browser ? "this package runs in a browser and is pure: no Node built-ins" : undefined;
}

function packageProblem(of: Import): string | undefined {
  const { house, file, name } = of;
  const wanted = packageOf(name);
  if (wanted.startsWith("@ballast/") && !house.workspace.includes(wanted)) {
    return `of the workspace it may import ${house.workspace.join(", ") || "nothing"}`;
  }
  if (house.npm && !wanted.startsWith("@ballast/") && !house.npm.includes(wanted)) {
    return `of npm it may import ${house.npm.join(", ")}`;
  }
  const places = house.within?.[wanted] ?? house.within?.[wanted.split("/")[0] ?? ""];
  if (places && !places.some((place) => file.startsWith(`${house.folder}/${place}`))) {
    return places.length > 0
      ? `that is for ${places.join(", ")} only`
      : "that is for adapters/rails/safe only";
  }
  return declared(of, ["dependencies"]);
}

function declared({ house, name, manifest }: Import, kinds: readonly (keyof Manifest)[]): string | undefined {
  const wanted = packageOf(name);
  const self = `@ballast/${house.folder.split("/")[1]}`;
  if (isBuiltin(name) || wanted === self || kinds.some((kind) => manifest[kind]?.[wanted] !== undefined))
    return undefined;
  return `it is not among the ${kinds.join(" and ")} of ${house.folder}/package.json`;
}
