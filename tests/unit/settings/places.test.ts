import { describe, expect, test } from "vitest";
import { CoachError } from "../../../src/domain/errors.ts";
import { cacheFolder, dataFolder, settingsFolder, type Surroundings } from "../../../src/settings/places.ts";

const at = (env: Surroundings["env"] = {}, fields: Partial<Surroundings> = {}): Surroundings => ({ env, home: "/home/sam", dataDir: undefined, ...fields });

describe("places", () => {
  test("are the XDG folders below the home", () => {
    expect([settingsFolder(at()), dataFolder(at()), cacheFolder(at())]).toEqual([
      "/home/sam/.config/interview-coach",
      "/home/sam/.local/share/interview-coach",
      "/home/sam/.cache/interview-coach",
    ]);
  });

  test("follow the XDG variables", () => {
    const surroundings = at({ XDG_CONFIG_HOME: "/c", XDG_DATA_HOME: "/d e", XDG_CACHE_HOME: "/x" });
    expect([settingsFolder(surroundings), dataFolder(surroundings), cacheFolder(surroundings)]).toEqual([
      "/c/interview-coach",
      "/d e/interview-coach",
      "/x/interview-coach",
    ]);
  });

  test.each(["", "relative", "./here", "~/x"])("ignore %j in an XDG variable, as the standard asks", (value) => {
    expect(dataFolder(at({ XDG_DATA_HOME: value }))).toBe("/home/sam/.local/share/interview-coach");
  });

  test("of data can be given: the option before the variable before the standard", () => {
    const env = { COACH_DATA_DIR: "/from the/variable", XDG_DATA_HOME: "/d" };
    expect(dataFolder(at(env))).toBe("/from the/variable");
    expect(dataFolder(at(env, { dataDir: "/from-option" }))).toBe("/from-option");
    expect(dataFolder(at({ COACH_DATA_DIR: "", XDG_DATA_HOME: "/d" }))).toBe("/d/interview-coach");
  });

  test.each(["", "home", "."])("are not guessed with a home of %j: nothing private may land in the current folder", (home) => {
    for (const place of [settingsFolder, dataFolder, cacheFolder]) expect(() => place(at({}, { home }))).toThrow(CoachError);
    expect(dataFolder(at({ COACH_DATA_DIR: "/data" }, { home }))).toBe("/data");
    expect(dataFolder(at({ XDG_DATA_HOME: "/d" }, { home }))).toBe("/d/interview-coach");
  });

  test("say what to set", () => {
    const tell = (): unknown => {
      try {
        return dataFolder(at({}, { home: "" }));
      } catch (error) {
        return error;
      }
    };
    expect(tell()).toMatchObject({ fault: "failure", advice: "Set HOME, or COACH_DATA_DIR, or give --data-dir." });
  });

  test("refuse an empty --data-dir as a mistake on the command line", () => {
    expect(() => dataFolder(at({}, { dataDir: "" }))).toThrow(expect.objectContaining({ fault: "usage" }));
  });
});
