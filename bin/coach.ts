// Room: bin. The launcher: answers --version and --help from text, otherwise runs the bundle with a code cache of its own.
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeFileSync, writeSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { Script } from "node:vm";

/** Set by the build: a hash of the bundle, and package.json's version. */
declare const BUILD_ID: string;
declare const VERSION: string;

interface Program {
  run(args: readonly string[], build: string): Promise<number>;
}

/** What V8 compiled on an earlier run. A cache of another bundle or another V8 would run wrong code, so the name holds both. */
interface Cache {
  readonly file: string;
  readonly data: Buffer | undefined;
}

const headerLength = 12;

function isTooOld(node: string): boolean {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  return major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 13) || major === 23;
}

/** Writes all of a text, also to a pipe that is full or has lost its reader. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN" && code !== "EINTR") throw fault;
    }
  }
}

function cacheFolder(): string | undefined {
  const base = process.env["XDG_CACHE_HOME"];
  if (base !== undefined && isAbsolute(base)) return join(base, "interview-coach");
  const home = homedir();
  return isAbsolute(home) ? join(home, ".cache", "interview-coach") : undefined;
}

/** Adler-like sum over 32-bit words: a damaged cache must not reach V8, and hashing a megabyte would cost what the cache saves. */
function sumOf(data: Buffer): number {
  let low = 1;
  let high = 0;
  const words = new Int32Array(data.buffer.slice(data.byteOffset, data.byteOffset + (data.length & ~3)));
  for (let at = 0; at < words.length; at += 1) {
    low = (low + (words[at] as number)) | 0;
    high = (high + low) | 0;
  }
  return (low ^ high ^ data.length) >>> 0;
}

function findCache(): Cache | undefined {
  const folder = cacheFolder();
  if (folder === undefined) return undefined;
  const file = join(folder, `${BUILD_ID}-${process.versions.v8}-${process.arch}.cache`);
  return { file, data: readCache(file) };
}

function readCache(file: string): Buffer | undefined {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW || 0));
    try {
      const stat = fstatSync(descriptor);
      // Code from a file that somebody else can write would be theirs, not ours.
      if (!stat.isFile() || (process.getuid !== undefined && stat.uid !== process.getuid()) || (stat.mode & 0o022) !== 0) return undefined;
      const bytes = readFileSync(descriptor);
      const data = bytes.subarray(headerLength);
      const isWhole = bytes.toString("latin1", 0, 4) === "ICC1" && bytes.readUInt32LE(4) === data.length && bytes.readUInt32LE(8) === sumOf(data);
      return isWhole ? data : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch (_) {
    return undefined;
  }
}

/** Keeps what V8 compiled. Where that cannot be kept, the next start is a little slower, and nothing is said. */
function keepCache(cache: Cache, script: Script): void {
  const folder = join(cache.file, "..");
  const draft = `${cache.file}.${process.pid}`;
  try {
    const data = script.createCachedData();
    const header = Buffer.alloc(headerLength);
    header.write("ICC1", 0, "latin1");
    header.writeUInt32LE(data.length, 4);
    header.writeUInt32LE(sumOf(data), 8);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([header, data]), { mode: 0o600, flag: "wx" });
    renameSync(draft, cache.file);
  } catch (_) {
    try {
      unlinkSync(draft);
    } catch (_) {
      // It was never made.
    }
  }
}

/** Evaluates the bundle. As a script with cached data it starts several times as fast as through `require`. */
function loadProgram(): { readonly program: Program; readonly finish: () => void } {
  const file = join(__dirname, "main.cjs");
  const cache = findCache();
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "utf8")}\n})`;
  const script = new Script(source, cache && cache.data ? { filename: file, cachedData: cache.data } : { filename: file });
  const module: { exports: unknown } = { exports: {} };
  (script.runInThisContext() as (...args: unknown[]) => void)(module.exports, require, module, file, __dirname);
  const isMissing = cache !== undefined && (cache.data === undefined || script.cachedDataRejected === true);
  return { program: module.exports as Program, finish: () => (isMissing ? keepCache(cache, script) : undefined) };
}

function start(args: readonly string[]): void {
  const [only] = args.length === 1 ? args : [];
  if (isTooOld(process.versions.node)) {
    write(2, `coach: this is Node ${process.versions.node}; coach needs Node 20.19, 22.13, or 24 and newer.\n`);
    process.exitCode = 1;
  } else if (only === "--version" || only === "-V") write(1, `${VERSION}\n`);
  else if (only === "--help" || only === "-h" || only === "help") write(1, readFileSync(join(__dirname, "help.txt"), "utf8"));
  else {
    const { program, finish } = loadProgram();
    void program.run(args, BUILD_ID).then((status) => {
      process.exitCode = status;
      finish();
    });
  }
}

start(process.argv.slice(2));
