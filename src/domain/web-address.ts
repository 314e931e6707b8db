// Room: domain. The address of a server that answers may be sent to: which ones are fit for it, and how they are told.

/** Names and ranges that only a machine or its own network answers to: RFC 1918, 3927, 4193, 4291, 6761, 6762, 8375, and names without a dot. */
const privateHosts: readonly RegExp[] = [
  /^(?:127|10)(?:\.\d+){3}$/,
  /^(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){2}$/,
  /^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/,
  /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/,
  /^[^.[\]]+$/,
];

/** True for what `fitAddress` says. */
export function isFitAddress(text: string): boolean {
  const url = readUrl(text);
  if (!url || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isPrivateHost(url.hostname));
}

/** What such an address is, to complete "it must be …". */
export const fitAddress =
  "an address such as http://127.0.0.1:11434/v1, without name, password, ? or #; https, unless it is this machine or one of your own network";

/** The address as it is kept and compared: as URLs are written, without a slash at its end. A text that is none comes back as it is. */
export function tidyAddress(text: string): string {
  return readUrl(text)?.href.replace(/(?<!\/)\/+$/, "") ?? text.trim();
}

/** Host and port of an address. */
export function hostOf(address: string): string {
  return readUrl(address)?.host ?? address;
}

/** True when the host is this machine itself. */
export function isThisMachine(address: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|(?:.*\.)?localhost)$/.test(bare(readUrl(address)?.hostname ?? ""));
}

function isPrivateHost(hostname: string): boolean {
  return privateHosts.some((pattern) => pattern.test(bare(hostname)));
}

/** Without the dot at the end that a full name may have. */
function bare(hostname: string): string {
  return hostname.replace(/\.$/, "");
}

function readUrl(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}
