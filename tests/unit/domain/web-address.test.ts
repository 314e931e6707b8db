import { describe, expect, test } from "vitest";
import { growthOf } from "../../support/growth.ts";
import { hostOf, isThisMachine, tidyAddress, isFitAddress } from "../../../src/domain/web-address.ts";

describe("the address of a server that answers may be sent to", () => {
  test.each([
    "http://127.0.0.1:11434/v1",
    "http://127.1/v1",
    "http://localhost:1234/v1/",
    "http://LOCALHOST./v1",
    "http://[::1]:8080/v1",
    "http://10.1.2.3/v1",
    "http://172.16.0.1/v1",
    "http://172.31.255.1/v1",
    "http://192.168.1.20:8000/v1",
    "http://[fd12:3456::1]/v1",
    "http://[fe80::1]/v1",
    "http://ollama:11434/v1",
    "http://box.local/v1",
    "http://llm.internal/v1",
    "https://api.example.com/v1",
    "https://8.8.8.8/v1",
  ])("may be %s", (address) => {
    expect(isFitAddress(address)).toBe(true);
  });

  test.each([
    "http://api.example.com/v1",
    "http://8.8.8.8/v1",
    "http://172.32.0.1/v1",
    "http://127.0.0.1.example.com/v1",
    "http://10.example.com/v1",
    "http://localhost.example.com/v1",
    "http://notlocalhost.com/v1",
    "http://[2001:db8::1]/v1",
    "http://[::ffff:8.8.8.8]/v1",
    "http://134744072/v1",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "127.0.0.1:11434",
    "",
    "http://me:secret@127.0.0.1/v1",
    "https://api.example.com/v1?key=1",
    "https://api.example.com/v1#x",
  ])("may not be %s", (address) => {
    expect(isFitAddress(address)).toBe(false);
  });

  test("is kept in one form", () => {
    expect(tidyAddress(" HTTP://LocalHost:80/v1// ")).toBe("http://localhost/v1");
    expect(tidyAddress("https://api.example.com")).toBe("https://api.example.com");
    expect(tidyAddress(" nothing ")).toBe("nothing");
  });

  test("is told by host and port", () => {
    expect(hostOf("http://127.0.0.1:11434/v1")).toBe("127.0.0.1:11434");
  });

  test.each<[string, boolean]>([
    ["http://127.0.0.1/v1", true],
    ["http://[::1]/v1", true],
    ["http://localhost/v1", true],
    ["http://192.168.1.2/v1", false],
    ["https://127.0.0.1.example.com/v1", false],
    ["https://localhost.example.com/v1", false],
  ])("%s is this machine: %s", (address, isThis) => {
    expect(isThisMachine(address)).toBe(isThis);
  });
});

test("an address of many slashes is tidied in a straight line", () => {
  expect(tidyAddress("https://a.example//b///")).toBe("https://a.example//b");
  expect(growthOf((text) => tidyAddress(`https://a.example${text}b`), "/")).toBeLessThan(32);
});
