// Room: cli. How files are named in messages.
import { relative } from "node:path";
import type { World } from "./world.ts";

/** Relative to where the person stands when the file lies below, else absolute; forward slashes. */
export function nameFile(world: World, absolute: string): string {
  const near = relative(world.cwd, absolute);
  return (near.startsWith("..") ? absolute : near).replaceAll("\\", "/");
}
