// Room: cli. The wall clock and new ids, made from the world's.
import type { Clock } from "../practice/ports.ts";
import type { World } from "./world.ts";

/** A moment as ISO 8601 with the zone's offset, to the second. */
function tellMoment(wall: number, zoneMinutes: number): string {
  const local = new Date(wall + zoneMinutes * 60_000).toISOString().slice(0, 19);
  if (zoneMinutes === 0) return `${local}Z`;
  const size = Math.abs(zoneMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${zoneMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The clock of a session. Ids begin with the time in base 36, so that they sort, and end in 50 bits of chance, so that two devices do not meet. */
export function createClock(world: World): Clock {
  return {
    now: () => {
      const wall = world.wall();
      return tellMoment(wall, world.zoneMinutes(wall));
    },
    newId: () => {
      const chance = Math.floor(world.random() * 2 ** 50)
        .toString(36)
        .padStart(10, "0");
      return `${Math.floor(world.wall()).toString(36)}${chance}`;
    },
  };
}
