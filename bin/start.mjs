// Sets a clone up and starts the coach: installs and builds only what is missing, and says so only then. Needs nothing but Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const stampFile = join(root, "dist", ".stamp");

/** What the build is made of, as one hash. */
function stampOf() {
  const hash = createHash("sha256");
  const add = (path) => hash.update(path).update(readFileSync(join(root, path)));
  for (const folder of ["bin", "src"]) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    files
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
      .sort()
      .forEach(add);
  }
  ["package.json", "package-lock.json"].forEach(add);
  return hash.digest("hex");
}

/** True when every package of the lockfile that this machine wants is there, in the version that is locked. */
function isInstalled() {
  const kept = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(kept)) return false;
  try {
    const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const installed = JSON.parse(readFileSync(kept, "utf8")).packages;
    return Object.entries(locked).every(
      ([path, { version, optional, peer }]) =>
        path === "" || optional || peer || (installed[path]?.version === version && existsSync(join(root, path, "package.json"))),
    );
  } catch {
    return false;
  }
}

function isBuilt() {
  return existsSync(stampFile) && existsSync(join(root, "dist", "coach.cjs")) && readFileSync(stampFile, "utf8") === stampOf();
}

/** npm explains itself at length; what went wrong stands at the start. */
const mostLines = 25;

/** Runs a step quietly; when it fails, shows what it printed and what to do. */
function step({ says, command, args, advice }) {
  process.stderr.write(`${says}\n`);
  const env = { ...process.env, NODE_ENV: "development" };
  const ended = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: "utf8",
    shell: process.platform === "win32" && command === "npm",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.status === 0) return true;
  const said = `${ended.stdout ?? ""}${ended.stderr ?? ""}${ended.error?.message ?? ""}`.split("\n").filter((line) => line.trim() !== "");
  process.stderr.write(`${said.slice(0, mostLines).join("\n")}\n\n${advice}\n`);
  process.exitCode = 1;
  return false;
}

const installing = {
  says: "Installing what the coach needs (once; about a minute) ...",
  command: "npm",
  args: ["ci", "--include=dev", "--no-audit", "--no-fund"],
  advice: "The installation failed. Check the network, then run it again; what is half done is mended.",
};
const building = {
  says: "Building the coach ...",
  command: process.execPath,
  args: [join(root, "bin", "build.mjs")],
  advice: "The build failed. If files in src/ were changed, mend what is named above; otherwise delete node_modules/ and run it again.",
};

function setUp() {
  const node = process.versions.node.split(".").map(Number);
  const supported = (node[0] === 20 && node[1] >= 19) || (node[0] === 22 && node[1] >= 13) || node[0] >= 24;
  if (!supported) {
    process.stderr.write(`This is Node ${process.versions.node}; interview-coach needs Node 20.19, 22.13, or 24 and newer.\n`);
    process.exitCode = 1;
    return false;
  }
  const isReady = isInstalled() || step(installing);
  if (!isReady) return false;
  if (isBuilt()) return true;
  const stamp = stampOf();
  if (!step(building)) return false;
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

const args = process.argv.slice(2);
if (setUp() && args[0] !== "--only-set-up") {
  const ended = spawnSync(process.execPath, [join(root, "dist", "coach.cjs"), ...args], { stdio: "inherit" });
  process.exitCode = ended.status ?? (ended.signal === "SIGINT" ? 130 : 1);
}
